using System.Reflection;
using System.Text;
using Interactor.Compiler.Emit;
using Interactor.Compiler.Expressions;
using Interactor.Runtime;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Interactor.Compiler.Tests.Expressions;

/// <summary>Emits expressions as C#, compiles them all at once without a warning against the real runtime, and runs them.</summary>
internal static class Meaning
{
    private static readonly Lazy<IReadOnlyList<MetadataReference>> References = new(static () =>
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(p => Path.GetFileName(p) is var name && (name.StartsWith("System.", StringComparison.Ordinal) || name is "netstandard.dll" or "mscorlib.dll"))
            .Select(p => MetadataReference.CreateFromFile(p)),
        MetadataReference.CreateFromFile(typeof(InteractorException).Assembly.Location),
    ]);

    /// <summary>Asserts what each text (a template with <c>${…}</c>) gives: its JSON, or <c>!</c> and the code of the failure.</summary>
    public static void Check(params (string Template, string Expected)[] cases)
    {
        IReadOnlyList<string> results = Run([.. cases.Select(c => c.Template)]);
        Assert.Empty(cases.Zip(results).Where(r => r.First.Expected != r.Second).Select(r => $"{r.First.Template} gives {r.Second} and not {r.First.Expected}"));
    }

    /// <summary>What one text gives.</summary>
    public static string Run(string template) => Run([template])[0];

    private static List<string> Run(IReadOnlyList<string> templates)
    {
        StringBuilder source = new(string.Concat(SourceAliases.All.Select(a => $"using {a.Alias} = global::{a.Target};\n")) + TestTypes.CSharp);
        source.Append("\npublic static class Probe\n{\n");
        for (int i = 0; i < templates.Count; i++)
        {
            Bound bound = Bound.FromText(templates[i]);
            Assert.True(bound.Diagnostics.Count == 0, $"{templates[i]}: {bound.Errors}");
            string expression = ExpressionEmitter.Emit(Coercion.ToAny(bound.Expression));
            source.Append($"    public static global::Interactor.Runtime.Json.JsonValue Run{i}(Input input, Variables variables, Response response) => {expression};\n");

            // As itself too: the natural type of the C# is part of what emitters rely on.
            source.Append($"    public static object? Bare{i}(Input input, Variables variables, Response response) => {ExpressionEmitter.Emit(bound.Expression)};\n");
        }

        Type probe = Compile(source.Append("}\n").ToString()).GetType("Probe")!;
        object?[] arguments = [.. probe.GetMethod("Run0")!.GetParameters().Select(p => Activator.CreateInstance(p.ParameterType))];
        return [.. Enumerable.Range(0, templates.Count).Select(i => Invoke(probe.GetMethod($"Run{i}")!, arguments))];
    }

    private static string Invoke(MethodInfo method, object?[] arguments)
    {
        try
        {
            return method.Invoke(null, arguments)!.ToString()!;
        }
        catch (TargetInvocationException e) when (e.InnerException is InteractorException failure)
        {
            return $"!{failure.CodeText}";
        }
    }

    private static Assembly Compile(string source)
    {
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Probe" + Guid.NewGuid().ToString("N"),
            [CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.Latest))],
            References.Value,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        Diagnostic[] findings = [.. compilation.GetDiagnostics().Where(d => d.Severity >= DiagnosticSeverity.Warning)];
        Assert.True(findings.Length == 0, string.Join("\n", findings.Select(f => $"{f}\n    {f.Location.SourceTree?.GetText().Lines[f.Location.GetLineSpan().StartLinePosition.Line]}")));
        using MemoryStream stream = new();
        Assert.True(compilation.Emit(stream).Success);
        return Assembly.Load(stream.ToArray());
    }
}
