namespace Interactor.Testing.Examples;

/// <summary>A test that stands in a definition (language, chapter 11), ready to run.</summary>
public sealed class ConnectorExample
{
    private readonly Func<CancellationToken, Task<ExampleResult>> _run;

    internal ConnectorExample(string connector, string action, string name, string place, Func<CancellationToken, Task<ExampleResult>> run)
    {
        Connector = connector;
        Action = action;
        Name = name;
        Place = place;
        _run = run;
    }

    /// <summary>The connector's address, <c>owner/id</c>.</summary>
    public string Connector { get; }

    /// <summary>The id of the action that it calls; empty for the test that a definition compiles.</summary>
    public string Action { get; }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>The file and line where it stands.</summary>
    public string Place { get; }

    /// <summary>Runs it offline. What is not as expected is in the result, never an exception.</summary>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public Task<ExampleResult> RunAsync(CancellationToken cancellation = default) => _run(cancellation);

    /// <summary>What a list of tests shows.</summary>
    public override string ToString() => Action.Length == 0 ? $"{Connector}: {Name}" : $"{Connector} {Action}: {Name}";
}
