using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Interactor.Compiler.Binding;
using Interactor.Compiler.Emit;
using Interactor.Compiler.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Diagnostic = Interactor.Compiler.Diagnostics.Diagnostic;
using DiagnosticSeverity = Interactor.Compiler.Diagnostics.DiagnosticSeverity;

namespace Interactor.Compiler.Tests.Fuzz;

/// <summary>
/// Puts a text into a slot and fails unless the compiler either refuses it with an error, or emits code that differs
/// from that of a harmless text in its data only.
/// </summary>
internal static class InjectionCheck
{
    private const string Name = "zqfiller";

    private const string Extension = "x-zqfiller";

    // A name of its own, one that no C# name shows and that so meets another, one that is an extension's, a path without a value
    // in it, and a reference to the whole document.
    private static readonly string[] HarmlessTexts = [Name, "!", Extension, "/zqfiller", "#"];

    // Nothing ends, opens or starts with these in any language that the text passes through.
    private static readonly Regex Plain = new("^[A-Za-z0-9_.-]*\\z", RegexOptions.CultureInvariant);

    private static readonly Regex Expression = new(@"\$\{.*\}", RegexOptions.CultureInvariant | RegexOptions.Singleline);

    private static readonly Lazy<IReadOnlyList<GeneratedFile>> OriginalFiles = new(() =>
        Definition.Compile(HarmlessDefinition.Instance.With(new Dictionary<int, string>())).Files);

    private static readonly Lazy<EmittedShape> Original = new(() => EmittedShape.Of(OriginalFiles.Value, keep: true));

    private static readonly Lazy<CSharpCompilation> Base = new(() => GeneratedCode.Compile(OriginalFiles.Value));

    private static readonly ConcurrentDictionary<(SlotChange Change, string Text), EmittedShape?> Twins = new();

    /// <summary>False when the compiler refused the text.</summary>
    public static bool Run(SlotChange change, string text)
    {
        ConnectorSources sources = HarmlessDefinition.Instance.With(change.Apply(text));
        CompiledConnector compiled = ConnectorCompiler.Compile(sources);
        AssertDiagnostics(compiled.Bound, sources);
        if (compiled.Bound.Model is null)
        {
            Assert.Empty(compiled.Files);
            return false;
        }

        AssertHintNames(compiled);
        EmittedShape emitted = EmittedShape.Of(compiled.Files, keep: false);
        if (HasExpression(change, text))
        {
            AssertDeclarations(emitted, TwinOf(change, text.StartsWith("x-", StringComparison.Ordinal) ? Extension : Name), text);
        }
        else if (!Plain.IsMatch(text) && emitted.DifferenceFrom(Original.Value) is { } difference)
        {
            bool isHarmless = HarmlessTexts.Any(harmless => TwinOf(change, harmless) is { } twin && emitted.DifferenceFrom(twin) is null);
            Assert.True(isHarmless, $"The text changed the code itself: {difference}");
        }

        return true;
    }

    /// <summary>Reports a failure unless the code compiles without a warning when many slots hold a text that went through alone.</summary>
    public static void RunTogether(IReadOnlyList<(SlotChange Change, string Text)> changes, ConcurrentQueue<string> failures)
    {
        Dictionary<int, string> replacements = [];
        foreach ((SlotChange change, string text) in changes)
        {
            foreach ((int slot, string value) in change.Apply(text))
            {
                replacements.TryAdd(slot, value);
            }
        }

        CompiledConnector compiled = ConnectorCompiler.Compile(HarmlessDefinition.Instance.With(replacements));
        string? finding = compiled.Bound.Model is null ? "refused together" : FirstFinding(compiled);
        if (finding is null)
        {
            return;
        }

        // Two texts may get in each other's way, as two equal names do; alone each must hold.
        if (changes.Count > 1)
        {
            RunTogether([.. changes.Take(changes.Count / 2)], failures);
            RunTogether([.. changes.Skip(changes.Count / 2)], failures);
        }
        else
        {
            failures.Enqueue($"{changes[0].Change} with {Visible(changes[0].Text)}: {finding}");
        }
    }

    private static string? FirstFinding(CompiledConnector compiled)
    {
        IEnumerable<SyntaxTree> trees = compiled.Files.Select(f => GeneratedCode.Parse(f.Text, f.HintName));
        CSharpCompilation compilation = Base.Value.RemoveAllSyntaxTrees().AddSyntaxTrees(trees);
        return GeneratedCode.Findings(compilation.GetDiagnostics()).FirstOrDefault()?.ToString();
    }

    private static string Visible(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    private static EmittedShape? TwinOf(SlotChange change, string harmless) => Twins.GetOrAdd((change, harmless), static key =>
    {
        CompiledConnector twin = ConnectorCompiler.Compile(HarmlessDefinition.Instance.With(key.Change.Apply(key.Text)));
        return twin.Bound.Model is null ? null : EmittedShape.Of(twin.Files, keep: true);
    });

    // Only what is closed is an expression. A text that ends with a dollar escapes the one that it is put in front of.
    private static bool HasExpression(SlotChange change, string text) => !change.IsQuoted && (text.EndsWith('$')
        || (text.Replace("$${", "", StringComparison.Ordinal).Contains("${", StringComparison.Ordinal) && change.Apply(text).Values.Any(Expression.IsMatch)));

    // An expression in place of text is other code by right; what it may not do is declare anything, or bring in a name.
    private static void AssertDeclarations(EmittedShape emitted, EmittedShape? twin, string text)
    {
        string? difference = emitted.DeclarationsDifferenceFrom(Original.Value);
        if (difference is not null && twin is not null)
        {
            difference = emitted.DeclarationsDifferenceFrom(twin);
        }

        Assert.True(difference is null, $"The text changed what is declared: {difference}");
        HashSet<string> added = emitted.Identifiers();
        added.ExceptWith((twin ?? Original.Value).Identifiers());
        added.ExceptWith(Original.Value.Identifiers());
        Assert.All(added, name => Assert.DoesNotContain(name, text));
    }

    private static void AssertDiagnostics(BoundConnector bound, ConnectorSources sources)
    {
        bool hasError = bound.Diagnostics.Any(d => d.Descriptor.Severity == DiagnosticSeverity.Error);
        Assert.Equal(hasError, bound.Model is null);
        foreach (Diagnostic diagnostic in bound.Diagnostics)
        {
            string line = diagnostic.ToString();
            Assert.False(line.Any(c => char.IsControl(c) || char.IsSurrogate(c) || c is '\u2028' or '\u2029'), $"The message is not one line: {line}");
            int length = sources.Files.Single(f => f.Path == diagnostic.Location.Path).Text.Length;
            Assert.InRange(diagnostic.Location.Range.Start, 0, length);
            Assert.InRange(diagnostic.Location.Range.End, diagnostic.Location.Range.Start, length);
        }
    }

    private static void AssertHintNames(CompiledConnector compiled)
    {
        Assert.Equal(compiled.Files.Count, compiled.Files.Select(f => f.HintName).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(compiled.Files, f => Assert.Matches(@"^([A-Za-z0-9_@-][A-Za-z0-9._@-]*/)+[A-Za-z0-9_@-][A-Za-z0-9._@-]*\.g\.cs\z", f.HintName));
    }
}
