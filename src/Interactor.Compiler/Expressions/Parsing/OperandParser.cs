using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Text;

namespace Interactor.Compiler.Expressions.Parsing;

/// <summary>Parses literals, names, parentheses, lists and maps, with the members, indexes and calls that follow them.</summary>
internal sealed class OperandParser(TokenReader tokens, Parser parser)
{
    /// <param name="minus">The minus before a literal integer, which is part of it.</param>
    public ExpressionSyntax ParseChain(Token? minus = null)
    {
        ExpressionSyntax operand = ParseOperand(minus);
        while (true)
        {
            Token link = tokens.Current;
            bool isConditional = link.Is("?.") || link.Is("?[");
            if (tokens.TryTake(".") || tokens.TryTake("?."))
            {
                operand = parser.Bounded(ParseMember(operand, isConditional));
            }
            else if (tokens.TryTake("[") || tokens.TryTake("?["))
            {
                operand = parser.Bounded(ParseIndex(operand, isConditional));
            }
            else
            {
                return operand;
            }
        }
    }

    private ExpressionSyntax ParseMember(ExpressionSyntax target, bool isConditional)
    {
        Token name = tokens.Current;
        if (name.Kind != TokenKind.Name)
        {
            tokens.FailExpected("the name of a member", name.Is("?") ? " Optional access is written '?.'." : string.Empty);
            return new BadSyntax(name.Range);
        }

        tokens.Next();
        return tokens.TryTake("(") ? ParseCall(target, name, isConditional) : new MemberSyntax(target, name.Text, name.Range, isConditional);
    }

    private IndexSyntax ParseIndex(ExpressionSyntax target, bool isConditional)
    {
        if (tokens.Current.Is("?"))
        {
            tokens.FailExpected("an index", " Optional access is written '?['.");
        }

        ExpressionSyntax index = parser.ParseExpression();
        return new IndexSyntax(target, index, isConditional, tokens.Expect("]"));
    }

    private CallSyntax ParseCall(ExpressionSyntax? target, Token name, bool isConditional)
    {
        List<ExpressionSyntax> arguments = ParseItems(")", out int end);
        return new CallSyntax(target, name.Text, name.Range, arguments, isConditional, end);
    }

    private ExpressionSyntax ParseOperand(Token? minus)
    {
        Token token = tokens.Current;
        switch (token.Kind)
        {
            case TokenKind.Integer or TokenKind.Number:
                tokens.Next();
                return Number(token, minus);
            case TokenKind.Text:
                tokens.Next();
                return new LiteralSyntax(token.Text, token.Range);
            case TokenKind.Name when token.Text != "in":
                tokens.Next();
                return Name(token);
            case TokenKind.Symbol when token.Is("("):
                tokens.Next();
                ExpressionSyntax inner = parser.ParseExpression();
                tokens.Expect(")");
                return inner;
            case TokenKind.Symbol when token.Is("["):
                tokens.Next();
                List<ExpressionSyntax> items = ParseItems("]", out int end);
                return parser.Bounded(new ListSyntax(items, TextRange.Between(token.Range.Start, end)));
            case TokenKind.Symbol when token.Is("{"):
                tokens.Next();
                return parser.Bounded(ParseMap(token));
            default:
                tokens.FailExpected("a value", token.Is(".") ? " Names start without a dot." : string.Empty);
                return new BadSyntax(token.Range);
        }
    }

    private ExpressionSyntax Name(Token token)
    {
        if (tokens.TryTake("("))
        {
            return parser.Bounded(ParseCall(null, token, isConditional: false));
        }

        return token.Text switch
        {
            "true" => new LiteralSyntax(true, token.Range),
            "false" => new LiteralSyntax(false, token.Range),
            "null" => new LiteralSyntax(null, token.Range),
            _ => new NameSyntax(token.Text, token.Range),
        };
    }

    private ExpressionSyntax Number(Token token, Token? minus)
    {
        TextRange range = TextRange.Between(minus?.Range.Start ?? token.Range.Start, token.Range.End);
        object? value = token.Kind == TokenKind.Integer
            ? (object?)NumberLiteral.Integer(token.Text, minus is not null)
            : NumberLiteral.Number(token.Text);
        if (value is null)
        {
            tokens.Fail(
                ExpressionDiagnostics.InvalidNumber,
                range,
                token.Text,
                token.Kind == TokenKind.Integer ? "an integer has 64 bits" : "it is too large");
        }

        return new LiteralSyntax(value, range);
    }

    private MapSyntax ParseMap(Token open)
    {
        List<MapEntrySyntax> entries = [];
        int end = tokens.Current.Range.End;
        while (!tokens.HasFailed && !tokens.TryTake("}"))
        {
            Token key = tokens.Current;
            if (key.Kind is not (TokenKind.Name or TokenKind.Text))
            {
                tokens.FailExpected("a key (a name or a text)");
                break;
            }

            tokens.Next();
            tokens.Expect(":");
            entries.Add(new MapEntrySyntax(key.Text, key.Range, parser.ParseExpression()));
            end = tokens.Current.Range.End;
            if (!tokens.TryTake(",") && !tokens.Current.Is("}"))
            {
                tokens.FailExpected("',' or '}'");
            }
        }

        return new MapSyntax(entries, TextRange.Between(open.Range.Start, end));
    }

    /// <summary>Expressions between commas up to a closing bracket; a comma may stand before it.</summary>
    private List<ExpressionSyntax> ParseItems(string close, out int end)
    {
        List<ExpressionSyntax> items = [];
        end = tokens.Current.Range.End;
        while (!tokens.HasFailed && !tokens.TryTake(close))
        {
            items.Add(parser.ParseExpression());
            end = tokens.Current.Range.End;
            if (!tokens.TryTake(",") && !tokens.Current.Is(close))
            {
                tokens.FailExpected($"',' or '{close}'");
            }
        }

        return items;
    }
}
