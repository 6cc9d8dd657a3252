using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Expressions.Checking;
using Interactor.Compiler.Expressions.Parsing;
using Interactor.Compiler.Expressions.Templates;
using Interactor.Compiler.Model;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Expressions;

/// <summary>Binds a scalar that may hold expressions.</summary>
public static class ScalarBinder
{
    /// <summary>The text has a <c>${</c> that is not escaped as <c>$${</c>.</summary>
    public static bool HasExpression(ScalarNode scalar) => TemplateReader.HasExpression(scalar.Text);

    /// <summary>
    /// Text without an expression gives a literal with <c>$${</c> unescaped; one whole <c>${…}</c> gives that expression with its
    /// type; anything else gives text put together.
    /// </summary>
    /// <returns><see cref="ErrorExpression"/> after a report.</returns>
    public static TypedExpression Bind(ScalarNode scalar, ExpressionScope scope, DiagnosticBag diagnostics)
    {
        ExpressionReport report = new(scalar, diagnostics);
        if (TemplateReader.Read(report) is not { } parts)
        {
            return ErrorExpression.Instance;
        }

        ExpressionChecker checker = new(new CheckContext(scope, report));
        switch (parts.Count)
        {
            case 0:
                return LiteralExpression.Of(string.Empty);
            case 1:
                return parts[0].Literal is { } literal ? LiteralExpression.Of(literal) : checker.CheckValue(parts[0].Expression!);
            default:
                return Interpolate(parts, checker);
        }
    }

    /// <summary>Text and expressions in turn, each with its own type.</summary>
    /// <returns>Nothing after a report.</returns>
    public static IReadOnlyList<TypedExpression> BindParts(ScalarNode scalar, ExpressionScope scope, DiagnosticBag diagnostics)
    {
        ExpressionReport report = new(scalar, diagnostics);
        ExpressionChecker checker = new(new CheckContext(scope, report));
        TypedExpression[] parts = [.. (TemplateReader.Read(report) ?? []).Select(p => p.Literal is { } literal ? LiteralExpression.Of(literal) : checker.CheckValue(p.Expression!))];
        return Array.Exists(parts, p => p is ErrorExpression) ? [] : parts;
    }

    private static TypedExpression Interpolate(List<TemplatePart> parts, ExpressionChecker checker)
    {
        List<TypedExpression> texts = [];
        foreach (TemplatePart part in parts)
        {
            texts.Add(part.Literal is { } literal ? LiteralExpression.Of(literal) : checker.CheckText(part.Expression!));
        }

        return texts.Any(t => t is ErrorExpression) ? ErrorExpression.Instance : new InterpolationExpression(texts.ToEquatableArray());
    }
}
