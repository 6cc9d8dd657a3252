using System.Text.Json.Nodes;
using Interactor.Benchmarks.Schemas.Contenders;

namespace Interactor.Benchmarks.Schemas.Peers;

/// <summary>A contender of the node process.</summary>
/// <param name="folder">Where the set's files lie.</param>
internal sealed class NodeContender(NodeProcess node, string folder, Column column) : IContender
{
    public Column Column => column;

    public string? Refusal() => (string?)Ask(TimeSpan.Zero)["error"];

    public Measurement Measure(TimeSpan turn) =>
        Ask(turn) is var answer && answer["nanoseconds"] is { } time
            ? new Measurement((double)time, double.NaN)
            : throw new InvalidOperationException($"{column}: {answer["error"]}");

    private JsonNode Ask(TimeSpan turn) => node.Ask(new JsonObject
    {
        ["folder"] = folder,
        ["contender"] = column.ToString(),
        ["milliseconds"] = turn.TotalMilliseconds,
    });
}
