using Interactor.Runtime.Json.Tokens;

namespace Interactor.Runtime.Json.Validation.Values;

/// <summary>Hashes of JSON values: equal values without repeated names, as <see cref="ValueEquality"/> means it, have equal hashes.</summary>
internal static class ValueHash
{
    /// <param name="scanner">At a value; behind it afterwards.</param>
    public static int Of(ref JsonScanner scanner)
    {
        switch (scanner.Kind)
        {
            case JsonKinds.String:
                scanner.TryString(out ReadOnlySpan<byte> raw, out bool isEscaped);
                return OfText(raw, isEscaped);
            case JsonKinds.Number:
                scanner.TryScaledNumber(out DocumentNumber number);
                return OfNumber(number);
            case JsonKinds.Boolean:
                scanner.TryBoolean(out bool value);
                return value ? 1 : 2;
            case JsonKinds.Array:
                return OfItems(ref scanner);
            case JsonKinds.Object:
                return OfMembers(ref scanner);
            default:
                scanner.TrySkip();
                return 3;
        }
    }

    // By the digits without zeros behind them and the power of ten of the last, however the number is written; those of more digits are none of these.
    private static int OfNumber(in DocumentNumber number)
    {
        if (number.IsScaled)
        {
            number.Scaled.Shorten(out long digits, out int power);
            return TextHash.Of(digits, power);
        }

        NumberToken token = NumberToken.Parse(number.Text);
        if (token.TryDigits(out long few, out long behind))
        {
            return TextHash.Of(few, behind);
        }

        HashCode hash = default;
        token.AddTo(ref hash);
        return hash.ToHashCode();
    }

    /// <param name="raw">The bytes between the quotes.</param>
    /// <param name="isEscaped">They hold escapes.</param>
    public static int OfText(ReadOnlySpan<byte> raw, bool isEscaped)
    {
        if (!isEscaped)
        {
            return TextHash.Of(raw);
        }

        using PooledText text = new(raw, isEscaped: true);
        return TextHash.Of(text.Utf8);
    }

    private static int OfItems(ref JsonScanner scanner)
    {
        HashCode hash = default;
        scanner.TryBeginArray();
        while (scanner.NextItem())
        {
            hash.Add(Of(ref scanner));
        }

        return hash.ToHashCode();
    }

    // A sum, because the order does not count.
    private static int OfMembers(ref JsonScanner scanner)
    {
        int members = 0;
        scanner.TryBeginObject();
        while (scanner.NextMember())
        {
            int name = OfText(scanner.Name, scanner.NameIsEscaped);
            members += HashCode.Combine(name, Of(ref scanner));
        }

        return HashCode.Combine(4, members);
    }
}
