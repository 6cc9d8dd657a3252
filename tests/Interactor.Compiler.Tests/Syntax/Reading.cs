using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Model;
using Interactor.Compiler.Syntax;
using Interactor.Compiler.Text;

namespace Interactor.Compiler.Tests.Syntax;

/// <summary>A text and what the reader made of it.</summary>
internal sealed record Reading(SyntaxNode? Root, EquatableArray<Diagnostic> Diagnostics)
{
    public MappingNode Mapping => Assert.IsType<MappingNode>(Root);

    public static Reading Yaml(string text) => Of("connector.yaml", text);

    public static Reading Json(string text) => Of("connector.json", text);

    public static Reading Of(string path, string text)
    {
        DiagnosticBag diagnostics = new();
        SyntaxNode? root = DefinitionReader.Read(new SourceFile(path, text), diagnostics);
        return new Reading(root, diagnostics.ToSorted());
    }

    /// <summary>A text that must be read without a finding.</summary>
    public static Reading Clean(string path, string text)
    {
        Reading reading = Of(path, text);
        Assert.Empty(reading.Diagnostics);
        return reading;
    }

    public ScalarNode Scalar(string key) => Assert.IsType<ScalarNode>(Mapping.Find(key));

    /// <summary>Every finding as <c>1006 (2,1)</c>, line and column from 1.</summary>
    public string Findings => string.Join(
        ", ",
        Diagnostics.Select(d => $"{d.Descriptor.Id[4..]} ({d.Location.Start.Line + 1},{d.Location.Start.Column + 1})"));
}
