namespace Interactor.Cli;

/// <summary>What a command reads and writes, so that tests can stand in for the process.</summary>
internal sealed class CommandHost
{
    public required TextReader In { get; init; }

    /// <summary>Results only: what a script would read.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>Everything for people: summaries, progress, errors.</summary>
    public required TextWriter Error { get; init; }

    public bool ErrorIsTerminal { get; init; }

    /// <summary>The value of an environment variable, or null.</summary>
    public required Func<string, string?> Variable { get; init; }
}
