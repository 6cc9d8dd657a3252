using System.Text.Json.Nodes;
using Interactor.Benchmarks.Schemas.Generated;
using Interactor.Benchmarks.Schemas.Sets;

namespace Interactor.Benchmarks.Schemas.Cold;

/// <summary>First calls in fresh processes: a small schema and a big one.</summary>
internal static class ColdBenchmark
{
    private const int Starts = 7;

    private static readonly SchemaSet[] Sets = [SmallRecordSet.Set, OpenApiSet.Set];

    /// <summary>Measures the schemas that compile.</summary>
    /// <param name="refusals">Why the others do not.</param>
    public static IReadOnlyList<ColdResult> Run(out IReadOnlyList<string> refusals)
    {
        List<ColdResult> results = [];
        List<string> reasons = [];
        DirectoryInfo folder = Directory.CreateTempSubdirectory("interactor-cold-");
        foreach (SchemaSet set in Sets)
        {
            try
            {
                results.Add(Measure(set, folder.FullName));
            }
            catch (Exception e) when (e is NotSupportedException or InvalidOperationException)
            {
                reasons.Add($"{set.Name}: {e.Message}");
            }
        }

        folder.Delete(recursive: true);
        refusals = reasons;
        return results;
    }

    private static ColdResult Measure(SchemaSet set, string folder)
    {
        // The second time tells what the code costs, without what starting the C# compiler costs.
        GeneratedCode.Of(set);
        GeneratedCode code = GeneratedCode.Of(set);
        string assembly = Path.Combine(folder, set.Name + ".dll");
        string document = Path.Combine(folder, set.Name + ".json");
        File.WriteAllBytes(assembly, code.Assembly);
        File.WriteAllBytes(document, set.Documents()[0]);
        IEnumerable<FirstCall.Kind> kinds = Enum.GetValues<FirstCall.Kind>().Where(k => k != FirstCall.Kind.Deserialize || set.Deserialize is not null);
        return new ColdResult(
            set,
            set.Others.Select(o => SchemaSet.TextOf(o.SchemaFile)).Append(set.Schema).Sum(text => Nodes(JsonNode.Parse(text))),
            code.Files,
            code.Generating,
            code.Compiling,
            code.Assembly.Length,
            kinds.ToDictionary(kind => kind, kind => Median(() => FirstCall.Start(kind, set.Name, assembly, document))));
    }

    private static int Nodes(JsonNode? value) => value switch
    {
        JsonObject members => 1 + members.Sum(m => 1 + Nodes(m.Value)),
        JsonArray items => 1 + items.Sum(Nodes),
        _ => 1,
    };

    private static TimeSpan Median(Func<TimeSpan> measure)
    {
        TimeSpan[] times = [.. Enumerable.Range(0, Starts).Select(_ => measure()).Order()];
        return times[times.Length / 2];
    }
}
