using System.Diagnostics;

namespace Interactor.Grants;

/// <summary>A worker in a process of its own.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;

    private WorkerProcess(Process process) => _process = process;

    public static async Task<WorkerProcess> StartAsync(WorkerArguments arguments)
    {
        ProcessStartInfo start = new("dotnet") { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false };
        foreach (string argument in (string[])["exec", typeof(WorkerProcess).Assembly.Location, "worker", .. arguments.ToArguments()])
        {
            start.ArgumentList.Add(argument);
        }

        WorkerProcess worker = new(Process.Start(start) ?? throw new InvalidOperationException("The worker did not start."));
        await worker.UntilAsync("ready");
        return worker;
    }

    public void Go() => _process.StandardInput.WriteLine("go");

    /// <summary>Reads until a line says what is waited for.</summary>
    public async Task UntilAsync(string line)
    {
        while (await LineAsync() != line)
        {
        }
    }

    /// <summary>What came of the calls.</summary>
    public async Task<string> ResultAsync()
    {
        string line;
        do
        {
            line = await LineAsync();
        }
        while (line == "answered");
        return line;
    }

    /// <summary>Ends the process at once, as a loss of power would.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private async Task<string> LineAsync()
    {
        using CancellationTokenSource limit = new(Patience);
        return await _process.StandardOutput.ReadLineAsync(limit.Token) ?? throw new InvalidOperationException("The worker ended by itself.");
    }
}
