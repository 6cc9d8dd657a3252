using System.Diagnostics;

namespace Interactor.Benchmarks.Hosting;

/// <summary>A server of the benchmark in a process of its own, so that its memory is its own. It ends when its standard input does.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    public const string Command = "hosting-server";

    private readonly Process _process;

    private ServerProcess(Process process, string[] said)
    {
        _process = process;
        Said = said;
    }

    /// <summary>What it said when it was ready: its URL, then what callers need beside it.</summary>
    public string[] Said { get; }

    /// <summary>The memory that it has in use, in MB.</summary>
    public double WorkingSet
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 / 1e6;
        }
    }

    public static async Task<ServerProcess> StartAsync(params string[] arguments)
    {
        ProcessStartInfo start = new(Environment.ProcessPath!) { RedirectStandardInput = true, RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(Environment.GetCommandLineArgs()[0]);
        }

        foreach (string argument in (string[])[Command, .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        Process process = Process.Start(start)!;
        string line = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException($"The server '{arguments[0]}' did not start.");
        return new ServerProcess(process, line.Split(' '));
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
