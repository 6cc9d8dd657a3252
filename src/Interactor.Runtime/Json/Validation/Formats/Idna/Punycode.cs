namespace Interactor.Runtime.Json.Validation.Formats.Idna;

/// <summary>Punycode (RFC 3492) with the parameters of IDNA.</summary>
internal static class Punycode
{
    private const int Base = 36;

    private const int LowestThreshold = 1;

    private const int HighestThreshold = 26;

    private const int FirstBias = 72;

    private const int FirstCodePoint = 0x80;

    /// <summary>Decodes what stands behind <c>xn--</c>; capital letters become small ones.</summary>
    /// <param name="text">ASCII.</param>
    /// <param name="codePoints">Receives the label; long enough for as many code points as the text has bytes.</param>
    /// <returns>The number of code points, or -1 when the text is not Punycode.</returns>
    public static int Decode(ReadOnlySpan<byte> text, Span<int> codePoints)
    {
        int basic = Math.Max(0, text.LastIndexOf((byte)'-'));
        for (int i = 0; i < basic; i++)
        {
            codePoints[i] = Lower(text[i]);
        }

        int count = basic;
        int codePoint = FirstCodePoint;
        int bias = FirstBias;
        long index = 0;
        for (int i = basic > 0 ? basic + 1 : 0; i < text.Length;)
        {
            long before = index;
            long weight = 1;
            for (int k = Base; ; k += Base)
            {
                int digit = i < text.Length ? Digit(text[i++]) : -1;
                if (digit < 0)
                {
                    return -1;
                }

                index += digit * weight;
                int threshold = Threshold(k, bias);
                if (digit < threshold)
                {
                    break;
                }

                weight *= Base - threshold;
                if (weight > int.MaxValue || index > int.MaxValue)
                {
                    return -1;
                }
            }

            count++;
            bias = Adapt(index - before, count, isFirst: before == 0);
            codePoint += (int)Math.Min(index / count, 0x110000);
            if (codePoint is > 0x10FFFF or (>= 0xD800 and <= 0xDFFF))
            {
                return -1;
            }

            index %= count;
            codePoints[(int)index..(count - 1)].CopyTo(codePoints[((int)index + 1)..]);
            codePoints[(int)index++] = codePoint;
        }

        return count;
    }

    /// <summary>Encodes a label, without <c>xn--</c>.</summary>
    /// <param name="codePoints">The label.</param>
    /// <param name="text">Receives as much as fits.</param>
    /// <returns>The number of bytes, or -1 when they do not fit.</returns>
    public static int Encode(ReadOnlySpan<int> codePoints, Span<byte> text)
    {
        int length = 0;
        foreach (int codePoint in codePoints)
        {
            if (codePoint < FirstCodePoint && !TryAdd(text, ref length, (byte)codePoint))
            {
                return -1;
            }
        }

        int done = length;
        if (done > 0 && !TryAdd(text, ref length, (byte)'-'))
        {
            return -1;
        }

        int bias = FirstBias;
        long delta = 0;
        bool isFirst = true;
        for (int next = FirstCodePoint; done < codePoints.Length; next++)
        {
            int least = LeastFrom(codePoints, next);
            delta += (long)(least - next) * (done + 1);
            next = least;
            foreach (int codePoint in codePoints)
            {
                delta += codePoint < next ? 1 : 0;
                if (codePoint == next)
                {
                    if (!TryAddNumber(text, ref length, delta, bias))
                    {
                        return -1;
                    }

                    done++;
                    bias = Adapt(delta, done, isFirst);
                    isFirst = false;
                    delta = 0;
                }
            }

            delta++;
        }

        return length;
    }

    private static int LeastFrom(ReadOnlySpan<int> codePoints, int from)
    {
        int least = int.MaxValue;
        foreach (int codePoint in codePoints)
        {
            least = codePoint >= from ? Math.Min(least, codePoint) : least;
        }

        return least;
    }

    private static bool TryAddNumber(Span<byte> text, ref int length, long number, int bias)
    {
        for (int k = Base; ; k += Base)
        {
            int threshold = Threshold(k, bias);
            if (number < threshold)
            {
                return TryAdd(text, ref length, Letter((int)number));
            }

            long rest = number - threshold;
            if (!TryAdd(text, ref length, Letter(threshold + (int)(rest % (Base - threshold)))))
            {
                return false;
            }

            number = rest / (Base - threshold);
        }
    }

    private static bool TryAdd(Span<byte> text, ref int length, byte letter)
    {
        if (length == text.Length)
        {
            return false;
        }

        text[length++] = letter;
        return true;
    }

    private static int Threshold(int k, int bias) => Math.Clamp(k - bias, LowestThreshold, HighestThreshold);

    private static int Adapt(long delta, int count, bool isFirst)
    {
        delta = isFirst ? delta / 700 : delta / 2;
        delta += delta / count;
        int k = 0;
        for (; delta > (Base - LowestThreshold) * HighestThreshold / 2; k += Base)
        {
            delta /= Base - LowestThreshold;
        }

        return k + (int)((Base - LowestThreshold + 1) * delta / (delta + 38));
    }

    private static byte Letter(int digit) => (byte)(digit < 26 ? 'a' + digit : '0' + digit - 26);

    private static int Digit(byte letter) => Lower(letter) switch
    {
        >= (byte)'a' and <= (byte)'z' => Lower(letter) - 'a',
        >= (byte)'0' and <= (byte)'9' => letter - '0' + 26,
        _ => -1,
    };

    private static byte Lower(byte letter) => letter is >= (byte)'A' and <= (byte)'Z' ? (byte)(letter | 0x20) : letter;
}
