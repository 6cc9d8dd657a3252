using Interactor.Compiler.Text;

namespace Interactor.Import.Findings;

/// <summary>What became of one construct of a document, with its place.</summary>
/// <param name="Rule">A short name of the rule, the same for every finding of it: <c>response-media-type</c>.</param>
/// <param name="Pointer">The JSON pointer in its file: <c>#/paths/~1pets/get</c>; empty for what is no part of the tree.</param>
public sealed record ImportFinding(FindingKind Kind, string Rule, string Message, Location Location, string Pointer)
{
    /// <summary>What the import was told is wrong, and no place of the document.</summary>
    public bool IsOfOption => Rule.StartsWith("option-", StringComparison.Ordinal);

    /// <summary>The MSBuild form: <c>api.json(4,5): approximated server-http: …</c>.</summary>
    public override string ToString() => $"{(IsOfOption ? "" : $"{Location}: ")}{Kind.ToString().ToLowerInvariant()} {Rule}: {Message}";
}
