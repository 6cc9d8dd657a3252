using Interactor.Compiler.Text;

namespace Interactor.Compiler.Expressions.Parsing;

/// <param name="Text">A name, a symbol, the decoded content of a text, or the characters of a number.</param>
/// <param name="Range">In the scalar's text.</param>
internal readonly record struct Token(TokenKind Kind, string Text, TextRange Range)
{
    public bool Is(string symbol) => Kind == TokenKind.Symbol && Text == symbol;

    public bool IsName(string name) => Kind == TokenKind.Name && Text == name;

    /// <summary>What messages call it.</summary>
    public string Description => Kind switch
    {
        TokenKind.End => "the end of the expression",
        TokenKind.Text => "a text",
        _ => $"'{Text}'",
    };
}
