using System.Globalization;
using Interactor.Runtime.Json.Validation.Patterns;
using Interactor.Runtime.Json.Validation.Patterns.Syntax;

namespace Interactor.Runtime.Json.Validation.Formats.Idna;

/// <summary>
/// A property of code points that IDNA2008 asks for: general categories, as .NET knows them, and the code points that are exceptions. The
/// exceptions are computed from the Unicode Character Database, version 17.0, and written as in <see cref="PropertyData"/>; they matter for
/// code points that a label may hold, and what they say of others is undefined.
/// </summary>
internal sealed class IdnaProperty
{
    private readonly uint _categories;

    private readonly CodePointSet _exceptions;

    private IdnaProperty(string exceptions, params UnicodeCategory[] categories)
    {
        _exceptions = CompactRanges.Read(exceptions);
        foreach (UnicodeCategory category in categories)
        {
            _categories |= 1u << (int)category;
        }
    }

    /// <summary>PVALID (RFC 5892, section 3): may stand in a label wherever it likes. Meant for assigned code points.</summary>
    public static IdnaProperty Valid { get; } = new(
        "2d 7c a 4 78 c 8 35 46 2 2 26 bc.8 27.4 5b.1 1.2 9 24 5 55.1 3.1 19.2 2 191 b8 1f.9 b.3 77.9 3.1 fb 15d.7 7c.3 53 2 22.2 2 "
        + "fd.1 2d5 7f 28.1 2d 37 9 4 4 4 c 9 1.4 7 11 9 4 4 4 c 142 3.ff 1a0.5d 3b6.1 55.2 1 470.8 a3.2 1.a 1.11 1.1b d 22.24 da.1 d5 1 "
        + "1 1 1 1 1.a 8.7 8.7 a.2 2 6 3.2 2 b f e.2 2 79 d 10.c 33.c 4 3.b 19 3.1 3 1b 4.5 2.1 8.3 b32.1 f1 297 26.1 1.4 5 63 5f 31.5d "
        + "750d.1 d2 80.3 3.1 166.1c 1df.3 9 6.4f 2bf0.4b 2104.10d 2 1 2.9 1 1 2.1 3.f3 1.9 1.87 21.16a 12.3f 2.35 28.b 4.f 60.2 1.88 "
        + "13.9 27.19 b.76 7a4.39 c535.9 46b.4 3.5 8.7 2.6 1e.3 94.2 1d5.19 1a.19 1a.19 1a.19 1a.19 1a.19 1a.19 1a.19 1a.19 1a.19 1a.19 "
        + "1a.19 1a.1b 1c.18 1.5 1a.18 1.5 1a.18 1.5 1a.18 1.5 1a.18 1.5 1.34 830.3d d92.bb d34.9 fc06.21d b06e2.ef",
        UnicodeCategory.LowercaseLetter, UnicodeCategory.OtherLetter, UnicodeCategory.ModifierLetter, UnicodeCategory.DecimalDigitNumber,
        UnicodeCategory.NonSpacingMark, UnicodeCategory.SpacingCombiningMark);

    /// <summary>Canonical_Combining_Class is Virama.</summary>
    public static IdnaProperty Virama { get; } = new(
        "94d 7f 7f 7f 7f 7f 7f 7f 6d.1 10 7c 6f 7f c9 b4.1 6d9.1 1e 9d 28d e3 65.1 46.1 118b 7a86 25 97 8e 6c 135 f6 5e51 606 29 e 39 "
        + "79.1 8b 74 b4 62 80.2 71 7f fc 7f 76 74 10d 103.1 a1 53 12 51 1a5 104.1 51 1a9.1 41ec");

    /// <summary>Joining_Type is Left_Joining or Dual_Joining.</summary>
    public static IdnaProperty JoinsLeft { get; } = new(
        "620 5 1 1.4 4.14 1.1 23.1 9.e 12.25 1.1 9 1 1.1 28.2 2 12.2 5.3 1.8 1 1 1.1 1f.a 3.e 2.3 1 2.2 2.5 4a.20 56.4 2 1.9 1 a 1.3 2 "
        + "1d 2.4 1 10.9 5.1 2.5 1.e f57.58 e.21 1 8f95.32 624d.4 8 5.9 1.2 9f 1 3.2 1.1 1 2 16f.21 1 19f.1 1.1 68.2 1.10 2b.3 2.b 2e "
        + "1.1 4 2.1 1.1 1 2 d95d.21");

    /// <summary>Joining_Type is Transparent.</summary>
    public static IdnaProperty IsTransparent { get; } = new("1e94b", UnicodeCategory.NonSpacingMark);

    /// <summary>Joining_Type is Right_Joining or Dual_Joining.</summary>
    public static IdnaProperty JoinsRight { get; } = new(
        "620 1.28 23.1 1.2 5.5c 18.1 a.2 2.11 1.1d 1d.32 4a.20 55.18 7 1.3 1.1b 3 2.6 10.c 1.1a f57.58 e.21 1 8f95.31 624e.5 1.3 3.8 "
        + "1.9 2 9b.11 16f.22 19e.2 1.1 68.14 2b.11 2e 1.4 1.7 1.3 d95d.21");

    /// <summary>Bidi_Class is R or AL.</summary>
    public static IdnaProperty RightToLeft { get; } = new(
        "5d0.24 2b.2a 23.1 1.64 f.1 7.1 a.16 1.1d 1d.58 b.39 9.1 a.15 4 9 3 17.18 7.2f 10.29 f5a9 98c.200 f.25 2a.84 1b.223 26.5 "
        + "1f.13a 6.17 38.45 2a.11 2e.46 d809.c4 5d.21 7.e");

    /// <summary>Bidi_Class is AN.</summary>
    public static IdnaProperty ArabicNumber { get; } = new("660.9 106c6.19");

    /// <summary>Bidi_Class is EN.</summary>
    public static IdnaProperty EuropeanNumber { get; } = new("30.9 6b6.9");

    /// <summary>Bidi_Class is NSM.</summary>
    public static IdnaProperty Nonspacing { get; } = new("cbf 6 10d40.1 236", UnicodeCategory.NonSpacingMark);

    /// <summary>Bidi_Class is one without a direction.</summary>
    public static IdnaProperty Neutral { get; } = new("2d 89 201.1 b.9 1c 88 1c96.1 e21 2cb 7583 97.8 68");

    public bool Contains(int codePoint) =>
        ((_categories >> (int)CharUnicodeInfo.GetUnicodeCategory(codePoint)) & 1) != 0 != _exceptions.Contains(codePoint);
}
