using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Interactor.Providers.Tests.Running;

/// <summary>A server in a Node.js process of its own, on a port that is free. It ends with its input.</summary>
internal sealed class NodeServer : IAsyncDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _errors = new();

    private NodeServer(string script)
    {
        ProcessStartInfo start = new("node", [script])
        {
            WorkingDirectory = NodePackages.Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        _process = Process.Start(start)!;
        _process.ErrorDataReceived += (_, e) => _errors.AppendLine(e.Data);
        _process.BeginErrorReadLine();
    }

    /// <summary>Where it listens.</summary>
    public string Url { get; private set; } = "";

    public static async Task<NodeServer> StartAsync(string script, object configuration)
    {
        if (!await NodePackages.AreThereAsync())
        {
            NodePackages.Skip();
        }

        NodeServer server = new(script);
        try
        {
            server.Url = (await server.AskAsync(configuration)).GetProperty("url").GetString()!;
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Sends a line and waits for the answer to it.</summary>
    public async Task<JsonElement> AskAsync(object message)
    {
        await _process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(message));
        await _process.StandardInput.FlushAsync();
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            // Packages may write notes of their own.
            if (line.StartsWith('{'))
            {
                return JsonElement.Parse(line);
            }
        }

        throw new InvalidOperationException($"The server ended: {_errors}");
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            _process.StandardInput.Close();
            await _process.WaitForExitAsync();
        }
        finally
        {
            _process.Dispose();
        }
    }
}
