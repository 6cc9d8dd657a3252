using System.Diagnostics;
using Interactor.Benchmarks.Schemas.Cold;
using Interactor.Benchmarks.Schemas.Contenders;
using Interactor.Benchmarks.Schemas.Peers;
using Interactor.Benchmarks.Schemas.Report;
using Interactor.Benchmarks.Schemas.Sets;

namespace Interactor.Benchmarks.Schemas;

/// <summary>What validating and reading documents costs, beside what others take for the same bytes.</summary>
internal static class SchemaBenchmark
{
    // Leaves the processor to the just-in-time compiler's background thread, which waits for 100 ms of quiet before it starts.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    public static void Run(SchemaOptions options)
    {
        if (!options.IsColdOnly)
        {
            RunWarm(options);
        }

        if (!options.IsQuick)
        {
            IReadOnlyList<ColdResult> results = ColdBenchmark.Run(out IReadOnlyList<string> refusals);
            ColdTable.Write(Console.Out, results, refusals);
        }
    }

    private static void RunWarm(SchemaOptions options)
    {
        using NodePeers? peers = options.HasNode ? NodePeers.Start() : null;
        List<SetRace> races = [.. options.Sets.Select(set => Race(set, peers))];

        // All sets are warmed before any is measured: code that they share is compiled for all of them, as in a program that uses all.
        long start = Stopwatch.GetTimestamp();
        for (int slice = 0; slice < options.WarmSlices || Stopwatch.GetElapsedTime(start) < options.WarmUp; slice++)
        {
            races.ForEach(race => race.Warm(options.WarmTurn));
            Thread.Sleep(Pause);
        }

        List<SetResult> results = [.. races.Select(race => race.Run(options.Rounds, options.Turn))];
        WarmTable.Write(Console.Out, results, options);
        Console.WriteLine();
    }

    private static SetRace Race(SchemaSet set, NodePeers? peers)
    {
        IReadOnlyList<byte[]> documents = set.Documents();
        List<IContender> contenders =
        [
            new InProcessContender(Column.Scan, documents, BaseLines.Scan),
            new InProcessContender(Column.Document, documents, BaseLines.Parse),
            .. OurContenders.Of(set, documents),
        ];
        if (set.Deserialize is { } deserialize)
        {
            contenders.Add(new InProcessContender(Column.SystemTextJson, documents, utf8 => deserialize(utf8) is not null));
        }

        return new SetRace(set, documents.Average(d => d.Length), [.. contenders, .. peers?.Of(set, documents) ?? []]);
    }
}
