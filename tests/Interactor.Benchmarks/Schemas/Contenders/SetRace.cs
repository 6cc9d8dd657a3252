using Interactor.Benchmarks.Schemas.Sets;

namespace Interactor.Benchmarks.Schemas.Contenders;

/// <summary>The contenders of one set, taking turns.</summary>
internal sealed class SetRace
{
    private readonly List<IContender> _contenders = [];
    private readonly Dictionary<Column, string> _refusals = [];

    /// <param name="documentBytes">The mean size of a document.</param>
    public SetRace(SchemaSet set, double documentBytes, IEnumerable<IContender> contenders)
    {
        Set = set;
        DocumentBytes = documentBytes;
        foreach (IContender contender in contenders)
        {
            if (contender.Refusal() is { } refusal)
            {
                _refusals[contender.Column] = refusal;
            }
            else
            {
                _contenders.Add(contender);
            }
        }
    }

    public SchemaSet Set { get; }

    public double DocumentBytes { get; }

    public void Warm(TimeSpan turn)
    {
        foreach (IContender contender in _contenders)
        {
            contender.Measure(turn);
        }
    }

    public SetResult Run(int rounds, TimeSpan turn)
    {
        Dictionary<Column, List<Measurement>> measured = _contenders.ToDictionary(c => c.Column, _ => new List<Measurement>());

        // What the sets before left behind is not this one's to collect.
        GC.Collect();
        GC.WaitForPendingFinalizers();
        for (int round = 0; round < rounds; round++)
        {
            foreach (IContender contender in _contenders)
            {
                measured[contender.Column].Add(contender.Measure(turn));
            }
        }

        return new SetResult(Set, DocumentBytes, measured.ToDictionary(m => m.Key, m => (IReadOnlyList<Measurement>)m.Value), _refusals);
    }
}
