namespace Interactor.Runtime.Json.Scanning;

/// <summary>Finds the end of a value of any kind, checking its grammar.</summary>
internal static class Skipping
{
    // As many levels as one word has bits; what lies deeper is skipped by another call.
    private const int LevelsAtOnce = 64;

    /// <param name="text">The document.</param>
    /// <param name="at">The offset of the value's first byte.</param>
    /// <param name="room">How many levels of arrays and objects may still begin; negative afterwards when there were more.</param>
    /// <returns>The offset behind it, or the complement of the offset of what may not stand there.</returns>
    public static int End(ReadOnlySpan<byte> text, int at, ref int room)
    {
        ulong isObject = 0;
        int depth = 0;
        while (true)
        {
            // At a value.
            if ((uint)at >= (uint)text.Length)
            {
                return ~at;
            }

            switch (text[at])
            {
                case (byte)'"':
                    at = Strings.End(text, at + 1, out _);
                    at = at < 0 ? at : at + 1;
                    break;
                case (byte)'{' or (byte)'[' when depth == LevelsAtOnce:
                    at = End(text, at, ref room);
                    break;
                case (byte)'{' or (byte)'[':
                    if (--room < 0)
                    {
                        return ~at;
                    }

                    bool opensObject = text[at] == '{';
                    int inside = Space.Skip(text, at + 1);
                    if ((uint)inside < (uint)text.Length && text[inside] == (opensObject ? '}' : ']'))
                    {
                        room++;
                        at = inside + 1;
                        break;
                    }

                    isObject = (isObject << 1) | (opensObject ? 1UL : 0);
                    depth++;
                    at = opensObject ? Name(text, inside) : inside;
                    if (at < 0)
                    {
                        return at;
                    }

                    continue;
                default:
                    at = Scalar(text, at);
                    break;
            }

            // Behind a value.
            while (true)
            {
                if (at < 0 || depth == 0)
                {
                    return at;
                }

                at = Space.Skip(text, at);
                if ((uint)at >= (uint)text.Length)
                {
                    return ~at;
                }

                bool isInObject = (isObject & 1) != 0;
                if (text[at] == ',')
                {
                    at = Space.Skip(text, at + 1);
                    at = isInObject ? Name(text, at) : at;
                    if (at < 0)
                    {
                        return at;
                    }

                    break;
                }

                if (text[at] != (isInObject ? '}' : ']'))
                {
                    return ~at;
                }

                isObject >>= 1;
                depth--;
                room++;
                at++;
            }
        }
    }

    // A member's name and colon; the offset of its value.
    private static int Name(ReadOnlySpan<byte> text, int at)
    {
        if ((uint)at >= (uint)text.Length || text[at] != '"')
        {
            return ~at;
        }

        at = Strings.End(text, at + 1, out _);
        if (at < 0)
        {
            return at;
        }

        at = Space.Skip(text, at + 1);
        return (uint)at < (uint)text.Length && text[at] == ':' ? Space.Skip(text, at + 1) : ~at;
    }

    private static int Scalar(ReadOnlySpan<byte> text, int at) => text[at] switch
    {
        (byte)'t' => Word(text, at, "true"u8),
        (byte)'f' => Word(text, at, "false"u8),
        (byte)'n' => Word(text, at, "null"u8),
        (byte)'-' or (>= (byte)'0' and <= (byte)'9') => Numbers.End(text, at, out _, out _),
        _ => ~at,
    };

    private static int Word(ReadOnlySpan<byte> text, int at, ReadOnlySpan<byte> word) => text[at..].StartsWith(word) ? at + word.Length : ~at;
}
