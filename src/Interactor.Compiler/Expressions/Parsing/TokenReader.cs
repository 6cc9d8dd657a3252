using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Text;

namespace Interactor.Compiler.Expressions.Parsing;

/// <summary>
/// Hands out tokens. The first syntax error is reported and moves to the end, where every rule of the grammar stops by itself:
/// what follows a syntax error is rarely an error of its own.
/// </summary>
internal sealed class TokenReader(IReadOnlyList<Token> tokens, ExpressionReport report)
{
    private int _index;

    public bool HasFailed { get; private set; }

    public Token Current => tokens[_index];

    public Token Next()
    {
        Token token = tokens[_index];
        _index = Math.Min(_index + 1, tokens.Count - 1);
        return token;
    }

    public bool TryTake(string symbol)
    {
        bool isTaken = Current.Is(symbol);
        if (isTaken)
        {
            Next();
        }

        return isTaken;
    }

    /// <summary>Takes a symbol that must stand here, and says where it ends.</summary>
    public int Expect(string symbol)
    {
        Token token = Current;
        if (!TryTake(symbol))
        {
            FailExpected($"'{symbol}'");
        }

        return token.Range.End;
    }

    public void FailExpected(string expected, string hint = "") =>
        Fail(ExpressionDiagnostics.UnexpectedToken, Current.Range, expected, Current.Description, hint);

    public void Fail(DiagnosticDescriptor descriptor, TextRange range, params string[] arguments)
    {
        if (!HasFailed)
        {
            report.Add(descriptor, range, arguments);
        }

        HasFailed = true;
        _index = tokens.Count - 1;
    }
}
