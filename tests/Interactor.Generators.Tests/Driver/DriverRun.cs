using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Interactor.Generators.Tests.Driver;

/// <summary>What one run of the generator gave.</summary>
internal sealed class DriverRun(GeneratorDriverRunResult result)
{
    public GeneratorRunResult Result { get; } = result.Results[0];

    /// <summary>The generated files by hint name.</summary>
    public IReadOnlyDictionary<string, string> Sources { get; } =
        result.Results[0].GeneratedSources.ToDictionary(s => s.HintName, s => s.SourceText.ToString());

    /// <summary>The findings as <c>path(line,column): id</c>, counted from 1.</summary>
    public IReadOnlyList<string> Findings { get; } = [.. result.Results[0].Diagnostics.Select(Describe)];

    /// <summary>How many values of a step were computed and differ from those of the run before.</summary>
    public int Changed(string step) => Count(step, r => r is IncrementalStepRunReason.New or IncrementalStepRunReason.Modified);

    /// <summary>How many values of a step were computed, whether they differ or not.</summary>
    public int Computed(string step) => Count(step, r => r is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Removed));

    private static string Describe(Diagnostic finding)
    {
        FileLinePositionSpan span = finding.Location.GetLineSpan();
        return span.Path is { Length: > 0 } path
            ? string.Create(CultureInfo.InvariantCulture, $"{path}({span.StartLinePosition.Line + 1},{span.StartLinePosition.Character + 1}): {finding.Id}")
            : finding.Id;
    }

    private int Count(string step, Func<IncrementalStepRunReason, bool> isCounted) =>
        Result.TrackedSteps.GetValueOrDefault(step, ImmutableArray<IncrementalGeneratorRunStep>.Empty).SelectMany(s => s.Outputs).Count(o => isCounted(o.Reason));
}
