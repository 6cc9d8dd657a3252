namespace Interactor.Compiler.Emit.Encoding;

/// <summary>
/// The characters that do not read as they are stored: controls, line separators, blanks other than the space, bidirectional and
/// other format characters, private use, noncharacters. A table, since Unicode categories differ between the frameworks that the
/// compiler runs on and its output must not.
/// </summary>
internal static class InvisibleText
{
    private static readonly (int First, int Last)[] Ranges =
    [
        (0x0000, 0x001F), (0x007F, 0x00A0), (0x00AD, 0x00AD), (0x034F, 0x034F), (0x0600, 0x0605), (0x061C, 0x061C), (0x06DD, 0x06DD),
        (0x070F, 0x070F), (0x0890, 0x0891), (0x08E2, 0x08E2), (0x115F, 0x1160), (0x1680, 0x1680), (0x17B4, 0x17B5), (0x180B, 0x180F),
        (0x2000, 0x200F), (0x2028, 0x202F), (0x205F, 0x206F), (0x3000, 0x3000), (0x3164, 0x3164), (0xD800, 0xF8FF), (0xFDD0, 0xFDEF),
        (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF), (0xFFA0, 0xFFA0), (0xFFF0, 0xFFFB), (0xFFFE, 0xFFFF), (0x110BD, 0x110CD),
        (0x13430, 0x1345F), (0x1BCA0, 0x1BCAF), (0x1D173, 0x1D17A), (0xE0000, 0x10FFFF),
    ];

    public static bool Contains(int codePoint)
    {
        int low = 0;
        int high = Ranges.Length - 1;
        while (low <= high)
        {
            int middle = (low + high) / 2;
            if (codePoint > Ranges[middle].Last)
            {
                low = middle + 1;
            }
            else if (codePoint < Ranges[middle].First)
            {
                high = middle - 1;
            }
            else
            {
                return true;
            }
        }

        return (codePoint & 0xFFFE) == 0xFFFE;
    }
}
