namespace Interactor.Benchmarks.Schemas.Contenders;

/// <summary>One way to handle the documents of a set.</summary>
internal interface IContender
{
    public Column Column { get; }

    /// <summary>Handles every document once and says why it cannot; null when it can.</summary>
    public string? Refusal();

    /// <summary>Handles the documents over and over for about as long as the turn.</summary>
    public Measurement Measure(TimeSpan turn);
}
