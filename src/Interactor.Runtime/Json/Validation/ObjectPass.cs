using System.Text.Json;
using Interactor.Runtime.Json.Tokens;

namespace Interactor.Runtime.Json.Validation;

/// <summary>Reads an object once for all of a schema's <see cref="ObjectKeyword"/>s.</summary>
internal sealed class ObjectPass
{
    private const int WordsOnStack = 32;

    private readonly ObjectKeyword[] _keywords;

    private readonly NameTable _names;

    private readonly int _limit;

    public ObjectPass(ObjectKeyword[] keywords, NameTable names)
    {
        _keywords = keywords;
        _names = names;
        _limit = keywords.Min(static k => k.Limit);
    }

    /// <param name="reader">On the object's start; on its end afterwards, unless the answer is false and nobody collects findings.</param>
    /// <param name="evaluation">Buffers, budget and findings of this validation.</param>
    public bool Read(ref Utf8JsonReader reader, ref Evaluation evaluation)
    {
        int words = (_names.Count + 63) >> 6;
        Span<ulong> seen = words <= WordsOnStack ? stackalloc ulong[words] : new ulong[words];
        seen.Clear();
        bool isValid = true;
        int count = 0;
        evaluation.Errors?.Path.Push(isArray: false);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            count++;
            bool isAccepted = !(count > _limit && evaluation.MustStop) && Member(ref reader, seen, ref evaluation);
            isValid &= isAccepted;
            if (!isAccepted && evaluation.MustStop)
            {
                return false;
            }
        }

        evaluation.Errors?.Path.Pop();
        foreach (ObjectKeyword keyword in _keywords)
        {
            isValid &= (isValid || !evaluation.MustStop) && keyword.AcceptsEnd(count, seen, ref evaluation);
        }

        return isValid;
    }

    private bool Member(ref Utf8JsonReader reader, scoped Span<ulong> seen, ref Evaluation evaluation)
    {
        evaluation.Errors?.Path.Name(StringToken.ToText(reader.ValueSpan, reader.ValueIsEscaped));
        int index = _names.Find(evaluation.Bytes(ref reader));
        if (index >= 0)
        {
            seen[index >> 6] |= 1UL << index;
        }

        // Nearly always one schema applies, and reads the value; where there are more (patternProperties), the earlier ones read copies.
        bool isValid = true;
        SchemaNode? pending = null;
        foreach (ObjectKeyword keyword in _keywords)
        {
            isValid &= keyword.AcceptsName(ref reader, ref evaluation);
            SchemaNode? next = keyword.SchemaFor(index, isMatched: pending is not null, ref reader, ref evaluation);
            if (next is not null && pending is not null)
            {
                Utf8JsonReader copy = reader;
                copy.Read();
                isValid &= pending.Evaluate(ref copy, ref evaluation);
            }

            if (!isValid && evaluation.MustStop)
            {
                return false;
            }

            pending = next ?? pending;
        }

        reader.Read();
        if (pending is not null)
        {
            return isValid & pending.Evaluate(ref reader, ref evaluation);
        }

        reader.Skip();
        return isValid;
    }
}
