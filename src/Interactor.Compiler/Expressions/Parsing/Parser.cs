using System.Globalization;
using Interactor.Compiler.Diagnostics;

namespace Interactor.Compiler.Expressions.Parsing;

/// <summary>Parses operators by precedence; <see cref="OperandParser"/> parses what stands between them.</summary>
internal sealed class Parser
{
    /// <summary>Levels of nesting, counted over operators too: bounds every recursion over the tree, the C# compiler's included.</summary>
    public const int DepthLimit = 64;

    // From loose to tight, each level left-associative; '??' and '?:' stand below and associate to the right.
    private static readonly string[][] Levels =
    [
        ["||"],
        ["&&"],
        ["==", "!=", "<", "<=", ">", ">=", "in"],
        ["+", "-"],
        ["*", "/", "%"],
    ];

    private readonly TokenReader _tokens;

    private readonly OperandParser _operands;

    private int _nesting;

    private Parser(TokenReader tokens)
    {
        _tokens = tokens;
        _operands = new OperandParser(tokens, this);
    }

    /// <summary>The tree of one whole expression; <see cref="BadSyntax"/> when anything was reported.</summary>
    public static ExpressionSyntax Parse(IReadOnlyList<Token> tokens, ExpressionReport report)
    {
        TokenReader reader = new(tokens, report);
        ExpressionSyntax expression = new Parser(reader).ParseExpression();
        if (reader.Current.Kind != TokenKind.End)
        {
            reader.FailExpected("an operator or the end of the expression", HintAfterOperand(reader.Current));
        }

        return reader.HasFailed ? new BadSyntax(expression.Range) : expression;
    }

    public ExpressionSyntax ParseExpression() => Nested(() =>
    {
        ExpressionSyntax condition = ParseCoalesce();
        if (!_tokens.TryTake("?"))
        {
            return condition;
        }

        ExpressionSyntax then = ParseExpression();
        _tokens.Expect(":");
        return Bounded(new ChoiceSyntax(condition, then, ParseExpression()));
    });

    /// <summary>Refuses a tree that grew too deep.</summary>
    public ExpressionSyntax Bounded(ExpressionSyntax expression)
    {
        if (expression.Depth <= DepthLimit)
        {
            return expression;
        }

        FailDepth(expression);
        return new BadSyntax(expression.Range);
    }

    private ExpressionSyntax ParseCoalesce()
    {
        ExpressionSyntax left = ParseBinary(0);
        Token operation = _tokens.Current;
        return _tokens.TryTake("??") ? Bounded(new BinarySyntax("??", operation.Range, left, Nested(ParseCoalesce))) : left;
    }

    private ExpressionSyntax ParseBinary(int level)
    {
        if (level == Levels.Length)
        {
            return ParseUnary();
        }

        ExpressionSyntax left = ParseBinary(level + 1);
        while (IsOperator(_tokens.Current, Levels[level]))
        {
            Token operation = _tokens.Next();
            left = Bounded(new BinarySyntax(operation.Text, operation.Range, left, ParseBinary(level + 1)));
        }

        return left;
    }

    private ExpressionSyntax ParseUnary()
    {
        Token token = _tokens.Current;
        if (!token.Is("!") && !token.Is("-"))
        {
            return _operands.ParseChain();
        }

        _tokens.Next();

        // The smallest integer has no positive counterpart, so its minus belongs to the literal.
        if (token.Is("-") && _tokens.Current.Kind is TokenKind.Integer)
        {
            return _operands.ParseChain(token);
        }

        return Nested(() => Bounded(new UnarySyntax(token.Text, ParseUnary(), token.Range.Start)));
    }

    private ExpressionSyntax Nested(Func<ExpressionSyntax> parse)
    {
        if (_nesting >= DepthLimit)
        {
            BadSyntax bad = new(_tokens.Current.Range);
            FailDepth(bad);
            return bad;
        }

        _nesting++;
        ExpressionSyntax expression = parse();
        _nesting--;
        return expression;
    }

    private void FailDepth(ExpressionSyntax at) =>
        _tokens.Fail(ExpressionDiagnostics.TooDeep, at.Range, DepthLimit.ToString(CultureInfo.InvariantCulture));

    private static bool IsOperator(Token token, string[] level) =>
        token.Kind is TokenKind.Symbol or TokenKind.Name && (token.Kind == TokenKind.Symbol || token.Text == "in") && Array.IndexOf(level, token.Text) >= 0;

    private static string HintAfterOperand(Token token) => token.Text switch
    {
        "and" => " Logical and is '&&'.",
        "or" => " Logical or is '||'.",
        "not" => " Negation is '!'.",
        "{" => " Expressions build no objects of a named type.",
        _ => string.Empty,
    };
}
