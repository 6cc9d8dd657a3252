namespace Interactor.Cli.Tests;

/// <summary>What a command wrote and ended with.</summary>
internal sealed record CommandRun(int ExitCode, string Out, string Error)
{
    /// <summary>Runs a command line in this process.</summary>
    public static Task<CommandRun> OfAsync(params string[] arguments) => OfAsync(arguments, input: "", environment: []);

    public static async Task<CommandRun> OfAsync(string[] arguments, string input, Dictionary<string, string> environment, CancellationToken? cancellation = null)
    {
        StringWriter output = new();
        StringWriter error = new();
        CommandHost host = new() { In = new StringReader(input), Out = output, Error = error, Variable = environment.GetValueOrDefault };
        int code = await InteractorTool.RunAsync(arguments, host, cancellation ?? TestContext.Current.CancellationToken);
        return new CommandRun(code, output.ToString(), error.ToString());
    }
}
