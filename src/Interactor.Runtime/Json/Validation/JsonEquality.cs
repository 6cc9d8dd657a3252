using System.Text.Json;
using Interactor.Runtime.Json.Tokens;

namespace Interactor.Runtime.Json.Validation;

/// <summary>
/// Equality of JSON values as JSON Schema means it (core, section 4.2.2): numbers by value, strings by code points, objects in any order.
/// Works on the bytes; nothing is built.
/// </summary>
internal static class JsonEquality
{
    /// <summary>A reader on the first token of one value's text.</summary>
    public static Utf8JsonReader Begin(ReadOnlySpan<byte> value)
    {
        Utf8JsonReader reader = new(value, new JsonReaderOptions { MaxDepth = int.MaxValue });
        reader.Read();
        return reader;
    }

    /// <summary>Compares two values. Both readers end on the last token when they are equal, and anywhere when not.</summary>
    public static bool AreEqual(ref Utf8JsonReader left, ref Utf8JsonReader right, ref Evaluation evaluation)
    {
        if (left.TokenType != right.TokenType || !evaluation.TrySpend())
        {
            return false;
        }

        return left.TokenType switch
        {
            JsonTokenType.String => AreEqualText(ref left, ref right),
            JsonTokenType.Number => left.ValueSpan.SequenceEqual(right.ValueSpan)
                || NumberToken.Compare(NumberToken.Parse(left.ValueSpan), NumberToken.Parse(right.ValueSpan)) == 0,
            JsonTokenType.StartArray => AreEqualItems(ref left, ref right, ref evaluation),
            JsonTokenType.StartObject => AreEqualMembers(ref left, ref right, ref evaluation),
            _ => true,
        };
    }

    /// <summary>Equal values have equal hashes. The reader ends on the last token.</summary>
    public static int Hash(ref Utf8JsonReader reader)
    {
        HashCode hash = default;
        hash.Add(reader.TokenType);
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                hash.Add(HashText(ref reader));
                break;
            case JsonTokenType.Number:
                NumberToken.Parse(reader.ValueSpan).AddTo(ref hash);
                break;
            case JsonTokenType.StartArray:
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    hash.Add(Hash(ref reader));
                }

                break;
            case JsonTokenType.StartObject:
                // A sum, because the order does not count.
                int members = 0;
                while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                {
                    int name = HashText(ref reader);
                    reader.Read();
                    members += HashCode.Combine(name, Hash(ref reader));
                }

                hash.Add(members);
                break;
        }

        return hash.ToHashCode();
    }

    private static bool AreEqualText(ref Utf8JsonReader left, ref Utf8JsonReader right)
    {
        if (!left.ValueIsEscaped && !right.ValueIsEscaped)
        {
            return left.ValueSpan.SequenceEqual(right.ValueSpan);
        }

        using PooledText a = new(ref left);
        using PooledText b = new(ref right);
        return a.Utf8.SequenceEqual(b.Utf8);
    }

    private static int HashText(ref Utf8JsonReader reader)
    {
        using PooledText text = new(ref reader);
        HashCode hash = default;
        hash.AddBytes(text.Utf8);
        return hash.ToHashCode();
    }

    private static bool AreEqualItems(ref Utf8JsonReader left, ref Utf8JsonReader right, ref Evaluation evaluation)
    {
        while (left.Read() && right.Read() && left.TokenType != JsonTokenType.EndArray)
        {
            if (!AreEqual(ref left, ref right, ref evaluation))
            {
                return false;
            }
        }

        return right.TokenType == JsonTokenType.EndArray;
    }

    // Members in the same order, the usual case, are compared in step; a member out of order is looked for from the start.
    private static bool AreEqualMembers(ref Utf8JsonReader left, ref Utf8JsonReader right, ref Evaluation evaluation)
    {
        Utf8JsonReader leftStart = left;
        Utf8JsonReader rightStart = right;
        bool isInOrder = true;
        right.Read();
        while (left.Read() && left.TokenType == JsonTokenType.PropertyName)
        {
            if (right.TokenType != JsonTokenType.PropertyName)
            {
                return false;
            }

            bool isInStep = AreEqualText(ref left, ref right);
            isInOrder &= isInStep;
            Utf8JsonReader theirs = isInStep ? right : rightStart;
            if (!isInStep && !TryFind(ref theirs, ref left, ref evaluation))
            {
                return false;
            }

            theirs.Read();
            left.Read();
            if (!AreEqual(ref left, ref theirs, ref evaluation))
            {
                return false;
            }

            right.Read();
            right.Skip();
            right.Read();
        }

        // As many members, and each of ours is among theirs; only a repeated name of ours can still hide one of theirs.
        return right.TokenType == JsonTokenType.EndObject && (isInOrder || HasNames(leftStart, rightStart, ref evaluation));
    }

    private static bool HasNames(Utf8JsonReader inside, Utf8JsonReader names, ref Evaluation evaluation)
    {
        while (names.Read() && names.TokenType == JsonTokenType.PropertyName)
        {
            Utf8JsonReader from = inside;
            if (!TryFind(ref from, ref names, ref evaluation))
            {
                return false;
            }

            names.Read();
            names.Skip();
        }

        return true;
    }

    // Moves from the start of an object to the name that another reader stands on.
    private static bool TryFind(ref Utf8JsonReader inside, ref Utf8JsonReader name, ref Evaluation evaluation)
    {
        while (inside.Read() && inside.TokenType == JsonTokenType.PropertyName && evaluation.TrySpend())
        {
            if (AreEqualText(ref inside, ref name))
            {
                return true;
            }

            inside.Read();
            inside.Skip();
        }

        return false;
    }
}
