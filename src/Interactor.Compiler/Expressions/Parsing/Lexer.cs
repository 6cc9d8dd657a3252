using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Text;

namespace Interactor.Compiler.Expressions.Parsing;

/// <summary>Cuts an expression into tokens, up to the brace that closes it.</summary>
internal sealed class Lexer(ExpressionReport report, int start)
{
    private static readonly string[] Symbols =
    [
        "?.", "?[", "??", "&&", "||", "==", "!=", "<=", ">=",
        "(", ")", "[", "]", "{", "}", ".", ",", ":", "?", "!", "-", "*", "/", "%", "+", "<", ">",
    ];

    private readonly string _text = report.Text;

    private int _position = start;

    /// <summary>A character that belongs to no token was met; it is reported already.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>The tokens, the last of them the end.</summary>
    /// <param name="isClosed">False when the text ended before the brace.</param>
    public List<Token> ReadToClosingBrace(out bool isClosed)
    {
        List<Token> tokens = [];
        int depth = 0;
        while (true)
        {
            SkipBlanks();
            if (_position >= _text.Length || (depth == 0 && _text[_position] == '}'))
            {
                isClosed = _position < _text.Length;
                tokens.Add(new Token(TokenKind.End, string.Empty, new TextRange(_position, isClosed ? 1 : 0)));
                return tokens;
            }

            if (ReadToken() is not { } token)
            {
                HasErrors = true;
                continue;
            }

            tokens.Add(token);
            depth += token.Is("{") ? 1 : token.Is("}") ? -1 : 0;
        }
    }

    private Token? ReadToken()
    {
        char c = _text[_position];
        TextLiteral literal = new(report);
        if (literal.TryRead(ref _position, out Token? text))
        {
            return text;
        }

        if (NameCharacters.IsStart(c))
        {
            return ReadName();
        }

        if (NumberLiteral.StartsAt(_text, _position))
        {
            return NumberLiteral.Read(report, ref _position);
        }

        return ReadSymbol();
    }

    private Token ReadName()
    {
        int first = _position;
        while (_position < _text.Length && NameCharacters.IsPart(_text[_position]))
        {
            _position++;
        }

        TextRange range = TextRange.Between(first, _position);
        return new Token(TokenKind.Name, _text.Substring(range.Start, range.Length), range);
    }

    private Token? ReadSymbol()
    {
        foreach (string symbol in Symbols)
        {
            // "a ?.5 : 1" is a choice with the number .5, not a member access.
            bool isNumber = symbol == "?." && _position + 2 < _text.Length && _text[_position + 2] is >= '0' and <= '9';
            if (!isNumber && string.CompareOrdinal(_text, _position, symbol, 0, symbol.Length) == 0)
            {
                TextRange range = new(_position, symbol.Length);
                _position += symbol.Length;
                return new Token(TokenKind.Symbol, symbol, range);
            }
        }

        bool isPair = char.IsHighSurrogate(_text[_position]) && _position + 1 < _text.Length;
        TextRange unknown = new(_position, isPair ? 2 : 1);
        string character = _text.Substring(unknown.Start, unknown.Length);
        report.Add(ExpressionDiagnostics.UnexpectedCharacter, unknown, character, Hint(character));
        _position += unknown.Length;
        return null;
    }

    private static string Hint(string character) => character switch
    {
        "=" => " Equality is '=='.",
        "&" => " Logical and is '&&'.",
        "|" => " Logical or is '||'.",
        "`" => " A member with an unusual name is read as ['name'].",
        "$" => " Inside an expression names stand by themselves.",
        ";" => " An expression has no statements.",
        "“" or "”" or "‘" or "’" => " Text stands between straight quotes.",
        _ => string.Empty,
    };

    private void SkipBlanks()
    {
        while (_position < _text.Length && _text[_position] is (' ' or '\t' or '\r' or '\n' or '\f'))
        {
            _position++;
        }
    }
}
