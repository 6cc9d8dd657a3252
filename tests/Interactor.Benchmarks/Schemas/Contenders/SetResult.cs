using Interactor.Benchmarks.Schemas.Sets;

namespace Interactor.Benchmarks.Schemas.Contenders;

/// <summary>What the contenders took for one set.</summary>
/// <param name="Refusals">Why a contender did not take part.</param>
internal sealed record SetResult(
    SchemaSet Set,
    double DocumentBytes,
    IReadOnlyDictionary<Column, IReadOnlyList<Measurement>> Rounds,
    IReadOnlyDictionary<Column, string> Refusals)
{
    /// <summary>The median of the rounds; null for a contender that did not take part.</summary>
    public double? Nanoseconds(Column column) => Rounds.TryGetValue(column, out var rounds) ? Median(rounds.Select(r => r.Nanoseconds)) : null;

    /// <summary>The median of the allocated bytes; null for a contender that did not take part.</summary>
    public double? Bytes(Column column) => Rounds.TryGetValue(column, out var rounds) ? Median(rounds.Select(r => r.Bytes)) : null;

    /// <summary>The median of the rounds' ratios, so that what slows a round down slows both.</summary>
    public double? Ratio(Column column, Column of) =>
        Rounds.TryGetValue(column, out var mine) && Rounds.TryGetValue(of, out var others)
            ? Median(mine.Zip(others, (a, b) => a.Nanoseconds / b.Nanoseconds))
            : null;

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}
