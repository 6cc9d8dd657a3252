namespace Interactor.Cli;

/// <summary>What a command reads and writes, so that tests can stand in for the process.</summary>
internal sealed class CommandHost
{
    public required TextReader In { get; init; }

    /// <summary>Results only: what a script would read.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>Everything for people: summaries, progress, errors.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Opens standard input and output as bytes, for what speaks a protocol over them.</summary>
    public Func<(Stream Input, Stream Output)> OpenStreams { get; init; } = static () => (Stream.Null, Stream.Null);

    /// <summary>Asks a person at the terminal for a secret, which is not shown; null where there is no terminal.</summary>
    public Func<string, string>? AskSecret { get; init; }

    public bool ErrorIsTerminal { get; init; }

    /// <summary>The value of an environment variable; null where it is not set, or empty.</summary>
    public required Func<string, string?> Variable { get; init; }
}
