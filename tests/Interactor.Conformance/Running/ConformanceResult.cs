namespace Interactor.Conformance.Running;

/// <summary>How a run went.</summary>
internal sealed class ConformanceResult
{
    private readonly List<SectionResult> _sections = [];
    private readonly List<Failure> _failures = [];

    /// <summary>In the order in which they were run.</summary>
    public IReadOnlyList<SectionResult> Sections => _sections;

    public IReadOnlyList<Failure> Failures => _failures;

    public int Passed => _sections.Sum(s => s.Passed);

    public int Failed => _sections.Sum(s => s.Failed);

    public void Pass(string draft, string section) => Section(draft, section).Passed++;

    public void Fail(string draft, string section, Failure failure)
    {
        Section(draft, section).Failed++;
        _failures.Add(failure);
    }

    private SectionResult Section(string draft, string name)
    {
        if (_sections.Find(s => s.Draft == draft && s.Name == name) is { } known)
        {
            return known;
        }

        SectionResult section = new(draft, name);
        _sections.Add(section);
        return section;
    }
}

/// <summary>One row of the table.</summary>
internal sealed class SectionResult(string draft, string name)
{
    public string Draft => draft;

    public string Name => name;

    public int Passed { get; set; }

    public int Failed { get; set; }
}

/// <summary>A test that failed, or a file or case of which no test could be run.</summary>
internal sealed record Failure(string File, string Case, string Test, string Reason)
{
    /// <inheritdoc/>
    public override string ToString() => $"FAILED {string.Join(": ", new[] { File, Case, Test }.Where(p => p.Length > 0))}: {Reason}";
}
