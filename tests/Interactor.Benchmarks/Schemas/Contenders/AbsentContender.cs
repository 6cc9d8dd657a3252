namespace Interactor.Benchmarks.Schemas.Contenders;

/// <summary>A contender that could not be made.</summary>
internal sealed class AbsentContender(Column column, string reason) : IContender
{
    public Column Column => column;

    public string? Refusal() => reason;

    public Measurement Measure(TimeSpan turn) => throw new InvalidOperationException(reason);
}
