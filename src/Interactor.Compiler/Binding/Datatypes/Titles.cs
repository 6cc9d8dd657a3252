using Interactor.Compiler.Binding.Naming;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Datatypes;

/// <summary>Titles of schemas that can serve as names: a few words, no sentence.</summary>
internal static class Titles
{
    private const int MaximumLength = 60;

    /// <returns>The title in Pascal case; null where there is none that reads like a name.</returns>
    public static string? Of(SyntaxNode node) =>
        node is MappingNode schema && schema.Find("title") is ScalarNode { Kind: ScalarKind.String, Text: { Length: > 0 and <= MaximumLength } text }
        && char.IsLetter(text[0]) && text.All(c => char.IsLetterOrDigit(c) || c is ' ' or '_' or '-')
            ? PascalCase.Of(text)
            : null;
}
