namespace Interactor.Compiler.Expressions.Parsing;

internal enum TokenKind
{
    /// <summary>The closing brace of the expression, or the end of the text.</summary>
    End,
    Name,
    Integer,
    Number,
    Text,

    /// <summary>An operator or a bracket; <see cref="Token.Text"/> tells which.</summary>
    Symbol,
}
