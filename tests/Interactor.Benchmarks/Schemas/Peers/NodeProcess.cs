using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Interactor.Benchmarks.Schemas.Peers;

/// <summary>The node process of the peers: idle until it is its turn.</summary>
internal sealed class NodeProcess : IDisposable
{
    private readonly Process _process = Process.Start(new ProcessStartInfo("node", [NodePackages.Program])
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
    })!;

    /// <summary>Sends a request and waits for its answer.</summary>
    /// <exception cref="InvalidOperationException">The process has ended.</exception>
    public JsonNode Ask(JsonObject request)
    {
        _process.StandardInput.WriteLine(request.ToJsonString());
        _process.StandardInput.Flush();
        string answer = _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The node process of the peers has ended.");
        return JsonNode.Parse(answer) ?? throw new JsonException("The node process of the peers gave no answer.");
    }

    public void Dispose()
    {
        // The end of its input ends it.
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}
