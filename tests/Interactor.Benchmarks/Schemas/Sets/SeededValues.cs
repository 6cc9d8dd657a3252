using System.Globalization;

namespace Interactor.Benchmarks.Schemas.Sets;

/// <summary>Values that look like real ones and are the same in every run and on every version of .NET.</summary>
internal sealed class SeededValues(uint seed)
{
    private static readonly string[] Words =
    [
        "amber", "birch", "cedar", "delta", "ember", "fjord", "grove", "harbor", "island", "jasmine", "kernel", "lantern", "meadow",
        "nectar", "orchard", "prairie", "quartz", "river", "summit", "timber", "upland", "valley", "willow", "yarrow", "zephyr",
    ];

    private uint _state = seed;

    /// <summary>A whole number from 0 to below the limit.</summary>
    public int Below(int limit)
    {
        // xorshift32 (Marsaglia, 2003).
        _state ^= _state << 13;
        _state ^= _state >> 17;
        _state ^= _state << 5;
        return (int)(_state % (uint)limit);
    }

    public int Between(int least, int most) => least + Below(most - least + 1);

    public bool Chance(int percent) => Below(100) < percent;

    public T Pick<T>(IReadOnlyList<T> values) => values[Below(values.Count)];

    public string Word() => Pick(Words);

    public string Text(int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => Word()));

    /// <summary>A number with so many decimals.</summary>
    public decimal Decimal(int least, int most, int decimals)
    {
        int scale = (int)Math.Pow(10, decimals);
        return Between(least, most - 1) + (Below(scale) / (decimal)scale);
    }

    public string Uuid() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Bits(32):x8}-{Bits(16):x4}-4{Bits(12):x3}-a{Bits(12):x3}-{Bits(24):x6}{Bits(24):x6}");

    public string Timestamp() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Between(2015, 2026)}-{Between(1, 12):d2}-{Between(1, 28):d2}T{Below(24):d2}:{Below(60):d2}:{Below(60):d2}Z");

    public string Date() => string.Create(CultureInfo.InvariantCulture, $"{Between(1960, 2026)}-{Between(1, 12):d2}-{Between(1, 28):d2}");

    public string Email() => $"{Word()}.{Word()}@{Word()}.example.com";

    // Two draws, because one draw of a xorshift is never 0 and its low bits are the weak ones.
    private uint Bits(int count) => (uint)((((ulong)(uint)Below(int.MaxValue) << 31) | (uint)Below(int.MaxValue)) >> 15) & (uint)((1ul << count) - 1);
}
