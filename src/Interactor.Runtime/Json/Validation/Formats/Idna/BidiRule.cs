namespace Interactor.Runtime.Json.Validation.Formats.Idna;

/// <summary>The rule for labels of a name that has right-to-left text anywhere (RFC 5893, section 2).</summary>
internal static class BidiRule
{
    /// <summary>Whether a label makes its whole name subject to the rule.</summary>
    public static bool IsRightToLeft(ReadOnlySpan<int> label)
    {
        foreach (int codePoint in label)
        {
            if (IdnaProperty.RightToLeft.Contains(codePoint) || IdnaProperty.ArabicNumber.Contains(codePoint))
            {
                return true;
            }
        }

        return false;
    }

    /// <param name="label">A label with code points that labels may have, at least one.</param>
    public static bool Allows(ReadOnlySpan<int> label)
    {
        bool isRightToLeft = IdnaProperty.RightToLeft.Contains(label[0]);
        if (!isRightToLeft && !IsLeftToRight(label[0]))
        {
            return false;
        }

        bool hasArabic = false;
        bool hasEuropean = false;
        bool canEnd = true;
        foreach (int codePoint in label)
        {
            bool isArabic = IdnaProperty.ArabicNumber.Contains(codePoint);
            bool isEuropean = IdnaProperty.EuropeanNumber.Contains(codePoint);
            bool isForeign = isRightToLeft ? IsLeftToRight(codePoint) : isArabic || IdnaProperty.RightToLeft.Contains(codePoint);
            hasArabic |= isArabic;
            hasEuropean |= isEuropean;
            if (isForeign || (hasArabic && hasEuropean))
            {
                return false;
            }

            // Marks do not count; what stands before them must be a letter or a number.
            canEnd = IdnaProperty.Nonspacing.Contains(codePoint) ? canEnd : !IdnaProperty.Neutral.Contains(codePoint);
        }

        return canEnd;
    }

    private static bool IsLeftToRight(int codePoint) =>
        !IdnaProperty.RightToLeft.Contains(codePoint) && !IdnaProperty.ArabicNumber.Contains(codePoint)
        && !IdnaProperty.EuropeanNumber.Contains(codePoint) && !IdnaProperty.Nonspacing.Contains(codePoint) && !IdnaProperty.Neutral.Contains(codePoint);
}
