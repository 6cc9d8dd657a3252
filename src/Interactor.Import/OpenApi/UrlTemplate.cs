using Interactor.Import.Model;

namespace Interactor.Import.OpenApi;

/// <summary>A URL of pieces: text, and variables of the connector.</summary>
/// <param name="Parts">Text and variables by turns, in any order.</param>
internal sealed record UrlTemplate(IReadOnlyList<UrlPart> Parts, IReadOnlyList<DefinitionText> Hosts)
{
    public bool IsFixed => Parts.All(p => !p.IsVariable);

    public DefinitionText Text => Parts.Aggregate(
        DefinitionText.Of(""),
        static (text, part) => text + (part.IsVariable ? DefinitionText.Of(ExpressionText.Variable(part.Text)) : DefinitionText.Of(part.Text)));

    /// <summary>The same for people, with variables in braces.</summary>
    public string Display => string.Concat(Parts.Select(static p => p.IsVariable ? "{" + p.Text + "}" : p.Text));

    /// <summary>The same as an expression.</summary>
    public ExpressionText Expression => Parts
        .Select(static p => p.IsVariable ? ExpressionText.Variable(p.Text) : ExpressionText.Literal(p.Text))
        .Aggregate(static (left, right) => left.Plus(right));
}

/// <summary>Text, or the name of a variable.</summary>
internal readonly record struct UrlPart(string Text, bool IsVariable);
