namespace Interactor.Testing.Examples;

/// <summary>How a test of a definition went.</summary>
/// <param name="Connector">The connector's address, <c>owner/id</c>.</param>
/// <param name="Name">The name of the test.</param>
/// <param name="Place">The file and line where it stands.</param>
/// <param name="Failures">What was not as expected, each with its place; empty when it passed.</param>
/// <param name="Duration">The time that it took, without compiling the connector.</param>
public sealed record ExampleResult(string Connector, string Name, string Place, IReadOnlyList<string> Failures, TimeSpan Duration)
{
    /// <summary>Whether everything was as expected.</summary>
    public bool Passed => Failures.Count == 0;
}
