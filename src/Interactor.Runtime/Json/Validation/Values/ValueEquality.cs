using Interactor.Runtime.Json.Tokens;

namespace Interactor.Runtime.Json.Validation.Values;

/// <summary>
/// Equality of JSON values as JSON Schema means it (core, section 4.2.2): numbers by value, strings by code points, objects in any order.
/// Works on the bytes; nothing is built. Of members with one name the last counts, as it does in reading.
/// </summary>
internal static class ValueEquality
{
    /// <param name="left">A well-formed value as it stands.</param>
    /// <param name="right">Another one.</param>
    public static bool AreEqual(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        JsonScanner l = new(left, int.MaxValue);
        JsonScanner r = new(right, int.MaxValue);
        return AreEqual(ref l, ref r);
    }

    // Both stand behind their values when these are equal.
    private static bool AreEqual(ref JsonScanner left, ref JsonScanner right)
    {
        JsonKinds kind = left.Kind;
        if (kind != right.Kind)
        {
            return false;
        }

        switch (kind)
        {
            case JsonKinds.String:
                return left.TryString(out ReadOnlySpan<byte> l, out bool isLeftEscaped)
                    && right.TryString(out ReadOnlySpan<byte> r, out bool isRightEscaped)
                    && AreEqualText(l, isLeftEscaped, r, isRightEscaped);
            case JsonKinds.Number:
                return left.TryNumber(out ReadOnlySpan<byte> a) && right.TryNumber(out ReadOnlySpan<byte> b)
                    && (a.SequenceEqual(b) || NumberToken.Compare(NumberToken.Parse(a), NumberToken.Parse(b)) == 0);
            case JsonKinds.Boolean:
                return left.TryBoolean(out bool x) & right.TryBoolean(out bool y) && x == y;
            case JsonKinds.Null:
                return left.TryNull() & right.TryNull();
            case JsonKinds.Array:
                return AreEqualItems(ref left, ref right);
            case JsonKinds.Object:
                return AreEqualMembers(ref left, ref right);
            default:
                return false;
        }
    }

    private static bool AreEqualText(ReadOnlySpan<byte> left, bool isLeftEscaped, ReadOnlySpan<byte> right, bool isRightEscaped)
    {
        if (!isRightEscaped)
        {
            return isLeftEscaped ? StringToken.AreEqual(left, right) : left.SequenceEqual(right);
        }

        using PooledText text = new(right, isEscaped: true);
        return isLeftEscaped ? StringToken.AreEqual(left, text.Utf8) : text.Utf8.SequenceEqual(left);
    }

    private static bool AreEqualItems(ref JsonScanner left, ref JsonScanner right)
    {
        left.TryBeginArray();
        right.TryBeginArray();
        while (true)
        {
            bool isMore = left.NextItem();
            if (isMore != right.NextItem())
            {
                return false;
            }

            if (!isMore)
            {
                return true;
            }

            if (!AreEqual(ref left, ref right))
            {
                return false;
            }
        }
    }

    // Members in the same order, the usual case, are compared in step; otherwise by name.
    private static bool AreEqualMembers(ref JsonScanner left, ref JsonScanner right)
    {
        JsonScanner l = left;
        JsonScanner r = right;
        l.TryBeginObject();
        r.TryBeginObject();
        while (true)
        {
            bool isMore = l.NextMember();
            if (isMore != r.NextMember() || (isMore && !AreEqualText(l.Name, l.NameIsEscaped, r.Name, r.NameIsEscaped)))
            {
                return AreEqualInAnyOrder(ref left, ref right);
            }

            if (!isMore)
            {
                left = l;
                right = r;
                return true;
            }

            if (!AreEqual(ref l, ref r))
            {
                // A repeated name may still make up for it.
                return AreEqualInAnyOrder(ref left, ref right);
            }
        }
    }

    private static bool AreEqualInAnyOrder(ref JsonScanner left, ref JsonScanner right)
    {
        left.TryRaw(out ReadOnlySpan<byte> l);
        right.TryRaw(out ReadOnlySpan<byte> r);
        using MemberTable mine = new(l);
        using MemberTable theirs = new(r);
        if (mine.Count != theirs.Count)
        {
            return false;
        }

        for (int i = 0; i < mine.Count; i++)
        {
            if (!theirs.TryFind(mine.NameAt(i), mine.HashAt(i), out ReadOnlySpan<byte> value) || !AreEqual(mine.ValueAt(i), value))
            {
                return false;
            }
        }

        return true;
    }
}
