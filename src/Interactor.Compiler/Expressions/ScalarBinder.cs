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

        CheckContext context = new(scope, report);
        return WithResults(Check(parts, new ExpressionChecker(context)), context);
    }

    /// <summary>Text and expressions in turn, each with its own type.</summary>
    /// <returns>Nothing after a report.</returns>
    public static IReadOnlyList<TypedExpression> BindParts(ScalarNode scalar, ExpressionScope scope, DiagnosticBag diagnostics)
    {
        ExpressionReport report = new(scalar, diagnostics);
        CheckContext context = new(scope, report);
        ExpressionChecker checker = new(context);
        TypedExpression[] parts = [.. (TemplateReader.Read(report) ?? []).Select(p => p.Literal is { } literal ? LiteralExpression.Of(literal) : checker.CheckValue(p.Expression!))];
        return Array.Exists(parts, p => p is ErrorExpression) ? [] : [.. parts.Select(p => WithResults(p, context))];
    }

    private static TypedExpression Check(List<TemplatePart> parts, ExpressionChecker checker) => parts.Count switch
    {
        0 => LiteralExpression.Of(string.Empty),
        1 => parts[0].Literal is { } literal ? LiteralExpression.Of(literal) : checker.CheckValue(parts[0].Expression!),
        _ => Interpolate(parts, checker),
    };

    // Expressions cannot wait, so what they call is called before them.
    private static TypedExpression WithResults(TypedExpression e, CheckContext context) =>
        context is { CallsScripts: true, Scope.Scripts: { } site } && e is not ErrorExpression ? new ScriptHoister(site).Hoist(e) : e;

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
