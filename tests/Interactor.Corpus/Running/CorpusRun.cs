using System.Diagnostics;
using Interactor.Corpus.Documents;
using Interactor.Corpus.Reporting;

namespace Interactor.Corpus.Running;

/// <summary>Runs documents, some at a time, and tells how each fared.</summary>
internal sealed class CorpusRun(CorpusOptions options, TextWriter output, TextWriter progress)
{
    private static readonly TimeSpan ProgressEvery = TimeSpan.FromSeconds(5);

    private readonly DocumentRun _document = new(options);
    private readonly Lock _gate = new();

    /// <summary>All of them passed.</summary>
    public bool Run(IReadOnlyList<CorpusDocument> documents, CancellationToken cancellation)
    {
        using ReportFile report = new(options.Report);
        List<DocumentResult> results = [.. report.Known];
        HashSet<string> known = [.. results.Select(r => r.Id)];
        CorpusDocument[] left = [.. documents.Where(d => !known.Contains(d.Id))];
        if (known.Count > 0)
        {
            progress.WriteLine($"{known.Count} documents are in the report already; {left.Length} are left.");
        }

        foreach (CorpusDocument document in left.Take(options.WarmUp))
        {
            Guarded(document, cancellation);
        }

        Stopwatch watch = Stopwatch.StartNew();
        TimeSpan next = ProgressEvery;
        ParallelOptions parallel = new() { MaxDegreeOfParallelism = options.Jobs, CancellationToken = cancellation };
        Parallel.ForEach(Partitioned(left), parallel, document =>
        {
            DocumentResult result = Guarded(document, cancellation);
            lock (_gate)
            {
                results.Add(result);
                report.Add(result);
                if (!result.Passed)
                {
                    output.WriteLine($"FAILED {result.Id} ({result.Stage}): {result.Messages.FirstOrDefault()}");
                }

                if (watch.Elapsed > next)
                {
                    progress.WriteLine($"{results.Count} of {documents.Count} documents, {results.Count(r => !r.Passed)} failed, {watch.Elapsed.TotalSeconds:F0} s");
                    next = watch.Elapsed + ProgressEvery;
                }
            }
        });

        new SummaryTable(output).Write(results);
        return results.TrueForAll(r => r.Passed);
    }

    // One at a time to each worker: documents differ in size by five orders of magnitude.
    private static System.Collections.Concurrent.OrderablePartitioner<CorpusDocument> Partitioned(CorpusDocument[] documents) =>
        System.Collections.Concurrent.Partitioner.Create(documents, System.Collections.Concurrent.EnumerablePartitionerOptions.NoBuffering);

    // An exception is a defect of ours, which must not hide how the other documents fare.
    private DocumentResult Guarded(CorpusDocument document, CancellationToken cancellation)
    {
        try
        {
            return _document.Run(document, cancellation);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return new DocumentResult
            {
                Id = document.Id,
                Passed = false,
                Stage = "crash",
                DocumentBytes = document.Bytes,
                Milliseconds = new StageTimes(0, 0, 0),
                Errors = new Dictionary<string, int> { [e.GetType().Name] = 1 },
                Messages = [.. e.ToString().Split('\n').Take(6)],
            };
        }
    }
}
