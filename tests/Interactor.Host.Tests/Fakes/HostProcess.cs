using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Interactor.Tests;

namespace Interactor.Host.Tests.Fakes;

/// <summary>A host in a process of its own, started by the command line, which can be killed.</summary>
public sealed class HostProcess : IAsyncDisposable
{
    // The command line runs from where it was built: beside the tests some of its packages would be those of the tests.
    private static readonly string Tool = Path.Combine(
        RepositoryRoot.Path, "src", "Interactor.Cli", "bin", Path.GetFileName(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)))!, "net10.0", "interactor.dll");

    private readonly Process _process;
    private readonly HttpClient _http;

    private HostProcess(Process process, Uri url, string key)
    {
        _process = process;
        _http = new HttpClient { BaseAddress = url, DefaultRequestHeaders = { { "x-api-key", key } } };
    }

    /// <summary>Starts one with the connector <c>ledger</c>.</summary>
    /// <param name="directory">The data directory.</param>
    /// <param name="key">The key that is sent with requests.</param>
    /// <param name="connection">A PostgreSQL database; the SQLite file of the directory unless given.</param>
    /// <param name="variables">Further variables of its environment.</param>
    public static async Task<HostProcess> StartAsync(string directory, string key, string? connection = null, IReadOnlyDictionary<string, string>? variables = null)
    {
        ProcessStartInfo start = new("dotnet", [Tool, "host", "up", Path.Combine(AppContext.BaseDirectory, "Fixtures", "ledger"), "--data", directory, "--port", "0"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["INTERACTOR_CONNECTION"] = connection ?? "" },
        };
        foreach ((string name, string value) in variables ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        Process process = Process.Start(start)!;
        StringBuilder errors = new();
        process.ErrorDataReceived += (_, line) => errors.AppendLine(line.Data);
        process.BeginErrorReadLine();
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line.StartsWith("Listening on ", StringComparison.Ordinal))
            {
                return new HostProcess(process, new Uri(line["Listening on ".Length..]), key);
            }
        }

        throw new InvalidOperationException($"The host did not start: {errors}");
    }

    /// <summary>Sends a request.</summary>
    /// <returns>Null where the host died meanwhile.</returns>
    public async Task<(int Status, JsonElement Body)?> SendAsync(HttpMethod method, string path, string? body = null)
    {
        try
        {
            using HttpRequestMessage request = new(method, path) { Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json") };
            using HttpResponseMessage response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
            byte[] bytes = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
            return ((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType == "application/json" ? JsonDocument.Parse(bytes).RootElement : default);
        }
        catch (Exception e) when (e is HttpRequestException or SocketException)
        {
            // The client lets a bare SocketException through where the connection is lost between its beginning and its first use.
            return null;
        }
    }

    /// <summary>Ends the process at once, as <c>kill -9</c> does.</summary>
    public void Kill() => _process.Kill();

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        await _process.WaitForExitAsync();
        _process.Dispose();
        _http.Dispose();
    }
}
