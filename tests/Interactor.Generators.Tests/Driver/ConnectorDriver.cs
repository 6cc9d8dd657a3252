using System.Collections.Immutable;
using Interactor.Generators.Schemas;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Interactor.Generators.Tests.Driver;

/// <summary>
/// Runs a generator over its files. Every run asserts that the project compiles without a warning, that the
/// findings are the expected ones, and that an unrelated edit of C# afterwards recomputes nothing.
/// </summary>
internal sealed class ConnectorDriver
{
    private readonly List<MemoryText> _files;
    private GeneratorDriver _driver;

    public ConnectorDriver(params IEnumerable<MemoryText> files)
        : this(new ConnectorGenerator(), files)
    {
    }

    private ConnectorDriver(IIncrementalGenerator generator, IEnumerable<MemoryText> files, string? allowsCSharp = null)
    {
        _files = [.. files];
        _driver = CSharpGeneratorDriver.Create(
            [generator.AsSourceGenerator()],
            _files,
            ProjectCode.ParseOptions,
            new MetadataOptions(allowsCSharp),
            new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
    }

    /// <summary>Runs the generator in a project that takes no scripts in C#.</summary>
    public static ConnectorDriver RefusingCSharp(params IEnumerable<MemoryText> files) => new(new ConnectorGenerator(), files, allowsCSharp: "False");

    /// <summary>Runs the generator of JSON Schemas.</summary>
    public static ConnectorDriver OfSchemas(params IEnumerable<MemoryText> files) => new(new JsonSchemaGenerator(), files);

    /// <summary>Runs and asserts that the findings are exactly these, each as <c>path(line,column): id</c>.</summary>
    public DriverRun Run(params string[] expected)
    {
        DriverRun run = Generate();
        Assert.Null(run.Result.Exception);
        Assert.True(expected.Order().SequenceEqual(run.Findings.Order()), "Expected " + string.Join("; ", expected) + ", but was:\n" + string.Join("\n", run.Result.Diagnostics));
        AssertCompiles(run);
        AssertUnrelatedEditIsCached();
        return run;
    }

    /// <summary>Runs and looks at nothing.</summary>
    public DriverRun Generate()
    {
        _driver = _driver.RunGenerators(ProjectCode.Compilation, TestContext.Current.CancellationToken);
        return new DriverRun(_driver.GetRunResult());
    }

    public ConnectorDriver Edit(string path, Func<string, string> edit)
    {
        int index = _files.FindIndex(f => f.Path == path);
        MemoryText old = _files[index];
        _files[index] = old.Edited(edit);
        _driver = _driver.ReplaceAdditionalText(old, _files[index]);
        return this;
    }

    public ConnectorDriver Add(MemoryText file)
    {
        _files.Add(file);
        _driver = _driver.AddAdditionalTexts([file]);
        return this;
    }

    public ConnectorDriver Remove(string path)
    {
        MemoryText file = _files.First(f => f.Path == path);
        _files.Remove(file);
        _driver = _driver.RemoveAdditionalTexts([file]);
        return this;
    }

    private void AssertCompiles(DriverRun run)
    {
        CSharpCompilation plain = ProjectCode.Compilation.AddSyntaxTrees(run.Result.GeneratedSources.Select(s => s.SyntaxTree));
        MemoryText[] scripts = [.. _files.Where(f => f.Path.EndsWith(".cs", StringComparison.Ordinal))];
        if (scripts.Length > 0)
        {
            // The project compiles them itself, with what the SDK imports.
            AssertNoWarning(plain.AddSyntaxTrees(ProjectCode.Usings).AddSyntaxTrees(scripts.Select(s => ProjectCode.Parse(s.GetText().ToString(), s.Path))));
            return;
        }

        AssertNoWarning(plain);
        AssertNoWarning(plain.AddSyntaxTrees(ProjectCode.Usings));
    }

    private static void AssertNoWarning(CSharpCompilation compilation)
    {
        IEnumerable<string> warnings = compilation
            .GetDiagnostics(TestContext.Current.CancellationToken)
            .Where(d => d.Severity > DiagnosticSeverity.Hidden && d.Id != "CS8019")
            .Select(d => $"{d} in: {LineOf(d.Location)}");
        Assert.True(!warnings.Any(), string.Join("\n", warnings.Take(20)));
    }

    private void AssertUnrelatedEditIsCached()
    {
        GeneratorDriver edited = _driver.RunGenerators(ProjectCode.AfterUnrelatedEdit, TestContext.Current.CancellationToken);
        GeneratorRunResult result = edited.GetRunResult().Results[0];
        foreach (string name in TrackingNames.All)
        {
            ImmutableArray<IncrementalGeneratorRunStep> steps = result.TrackedSteps.GetValueOrDefault(name, []);
            Assert.All(steps.SelectMany(s => s.Outputs), o => Assert.True(IsReused(o.Reason), $"{name} was {o.Reason}."));
        }

        Assert.All(
            result.TrackedOutputSteps.SelectMany(s => s.Value).SelectMany(s => s.Outputs),
            o => Assert.Equal(IncrementalStepRunReason.Cached, o.Reason));
    }

    private static bool IsReused(IncrementalStepRunReason reason) =>
        reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged;

    private static string LineOf(Location location) =>
        location.SourceTree?.GetText().Lines[location.GetLineSpan().StartLinePosition.Line].ToString().Trim() ?? "";
}
