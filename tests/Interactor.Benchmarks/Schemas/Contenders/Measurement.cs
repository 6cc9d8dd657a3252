namespace Interactor.Benchmarks.Schemas.Contenders;

/// <summary>What one turn of a contender took, for each document.</summary>
/// <param name="Nanoseconds">Time.</param>
/// <param name="Bytes">Allocated bytes; NaN where they cannot be told.</param>
internal readonly record struct Measurement(double Nanoseconds, double Bytes);
