using System.Diagnostics;
using Interactor.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Interactor.Benchmarks.Generation;

/// <summary>What the generator costs in a compilation of many connectors.</summary>
internal static class GeneratorBenchmark
{
    public static void Run(int connectors, int actions)
    {
        AdditionalText[] texts = [.. Enumerable.Range(1, connectors).Select(n => DefinitionText.Connector(n, actions, "One of many."))];
        AdditionalText edited = DefinitionText.Connector(1, actions, "Another summary.");
        CSharpCompilation compilation = Compilation();
        CSharpCompilation unrelated = compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText("class Unrelated;"));

        // The first process-wide run pays for just-in-time compilation; both kinds of first run are told.
        (_, double cold) = Time(() => Driver(texts).RunGenerators(compilation));
        (GeneratorDriver driver, double first) = Time(() => Driver(texts).RunGenerators(compilation));
        (_, double unrelatedTime) = Time(() => driver.RunGenerators(unrelated));
        (_, double editTime) = Time(() => driver.ReplaceAdditionalText(texts[0], edited).RunGenerators(compilation));

        // Recording what each step did costs more than the steps, so it happens in a run of its own.
        GeneratorDriver tracked = Driver(texts, isTracked: true).RunGenerators(compilation);
        string afterUnrelated = Reasons(tracked.RunGenerators(unrelated));
        string afterEdit = Reasons(tracked.ReplaceAdditionalText(texts[0], edited).RunGenerators(compilation));

        GeneratorRunResult result = driver.GetRunResult().Results.Single();
        if (result.GeneratedSources.IsEmpty || !result.Diagnostics.IsEmpty)
        {
            throw new InvalidOperationException($"The definitions of the benchmark do not compile: {result.Diagnostics.FirstOrDefault()}");
        }

        Compilation output = compilation.AddSyntaxTrees(result.GeneratedSources.Select(s => s.SyntaxTree));
        (Microsoft.CodeAnalysis.Emit.EmitResult emitted, double compile) = Time(() => output.Emit(Stream.Null));
        if (!emitted.Success)
        {
            throw new InvalidOperationException($"The output does not compile: {emitted.Diagnostics.First(d => d.Severity == DiagnosticSeverity.Error)}");
        }

        int lines = result.GeneratedSources.Sum(s => s.SourceText.Lines.Count);
        Console.WriteLine($"{connectors} connectors of {actions} actions: {result.GeneratedSources.Length} files, {lines} lines");
        Row("first run, cold process", cold, "");
        Row("first run, warm process", first, "");
        Row("after an unrelated edit", unrelatedTime, afterUnrelated);
        Row("after an edit of one connector", editTime, afterEdit);
        Row("compiling the output", compile, $"the generator's share of both: {first / (first + compile):P0}");
    }

    private static GeneratorDriver Driver(AdditionalText[] texts, bool isTracked = false) => CSharpGeneratorDriver.Create(
        [new ConnectorGenerator().AsSourceGenerator()],
        texts,
        new CSharpParseOptions(LanguageVersion.Latest),
        new ConnectorOptions(),
        new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: isTracked));

    private static CSharpCompilation Compilation()
    {
        string[] assemblies = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        return CSharpCompilation.Create(
            "Measured",
            references: assemblies.Select(path => MetadataReference.CreateFromFile(path)),
            options: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, optimizationLevel: OptimizationLevel.Release));
    }

    // How often each kind of outcome stands among the outputs of the steps that bind and emit.
    private static string Reasons(GeneratorDriver driver)
    {
        var steps = driver.GetRunResult().Results.Single().TrackedSteps;
        IEnumerable<string> counts = from name in (string[])[TrackingNames.Bound, TrackingNames.Emitted]
                                     let outputs = steps[name].SelectMany(s => s.Outputs).Select(o => o.Reason).ToArray()
                                     select $"{name}: {string.Join(", ", outputs.GroupBy(r => r).OrderBy(g => g.Key).Select(g => $"{g.Count()} {g.Key}"))}";
        return string.Join("; ", counts);
    }

    private static (T Result, double Milliseconds) Time<T>(Func<T> work)
    {
        long start = Stopwatch.GetTimestamp();
        T result = work();
        return (result, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
    }

    private static void Row(string what, double milliseconds, string note) => Console.WriteLine($"  {what,-34} {milliseconds,9:F1} ms  {note}");
}
