namespace Interactor.Benchmarks.Measuring;

/// <summary>One way to do the same work.</summary>
internal sealed record Contender(string Name, Func<Task> Call);
