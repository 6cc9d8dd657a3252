using System.Diagnostics;

namespace Interactor.Benchmarks.Schemas.Contenders;

/// <summary>A contender of this process: handles one document and answers false where it does not like it.</summary>
internal sealed class InProcessContender(Column column, IReadOnlyList<byte[]> documents, Func<byte[], bool> handle) : IContender
{
    private readonly byte[][] _documents = [.. documents];

    // Passes over the documents that fill a turn, learnt from the turn before.
    private double _passesPerSecond;

    public Column Column => column;

    public string? Refusal()
    {
        for (int i = 0; i < _documents.Length; i++)
        {
            try
            {
                if (!handle(_documents[i]))
                {
                    return $"refuses document {i}";
                }
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                return $"document {i}: {e.Message}";
            }
        }

        return null;
    }

    public Measurement Measure(TimeSpan turn)
    {
        int passes = Math.Max(1, (int)(_passesPerSecond * turn.TotalSeconds));
        long before = GC.GetAllocatedBytesForCurrentThread();
        long start = Stopwatch.GetTimestamp();
        for (int pass = 0; pass < passes; pass++)
        {
            foreach (byte[] document in _documents)
            {
                handle(document);
            }
        }

        TimeSpan elapsed = Stopwatch.GetElapsedTime(start);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        _passesPerSecond = passes / elapsed.TotalSeconds;
        double handled = (double)passes * _documents.Length;
        return new Measurement(elapsed.TotalNanoseconds / handled, allocated / handled);
    }
}
