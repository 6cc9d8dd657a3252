using System.Globalization;
using Interactor.Compiler.Expressions;

namespace Interactor.Testing.Samples;

/// <summary>What is known of an expression's text before any request: its fixed parts, and the values of variables.</summary>
/// <param name="variables">The value of a variable, or null.</param>
internal sealed class ExpressionText(Func<string, string?> variables)
{
    /// <summary>The text in parts; null stands for a part that only a request decides. Variables count as such.</summary>
    public static IReadOnlyList<string?> Parts(TypedExpression expression) => expression switch
    {
        LiteralExpression literal => [TextOf(literal)],
        InterpolationExpression interpolation => [.. interpolation.Parts.SelectMany(Parts)],
        CallExpression { Method: { Name: "Header" } method } when method.Class.EndsWith(".BasicCredential", StringComparison.Ordinal) => ["Basic ", null],
        _ => [null],
    };

    /// <summary>The whole text with variables filled in; null where a request decides.</summary>
    public string? Constant(TypedExpression expression) => expression switch
    {
        LiteralExpression literal => TextOf(literal),
        MemberExpression { Target: RootExpression { Name: "variables" } } member => NameIn(member.Suffix) is { } name ? variables(name) : null,
        InterpolationExpression interpolation => Joined(interpolation),
        CallExpression { Method: { Name: "From" or "Text" }, Arguments.Count: 1 } call => Constant(call.Arguments[0]),
        CoalesceExpression coalesce => Constant(coalesce.Left) ?? Constant(coalesce.Right),
        _ => null,
    };

    /// <summary>What a value is called where the definition is shown: <c>owner</c> of <c>input.Owner</c>, <c>site</c> of <c>.Text("site")</c>.</summary>
    public static string NameOf(TypedExpression expression) => expression switch
    {
        MemberExpression member => NameIn(member.Suffix) ?? Camel(member.Suffix),
        CallExpression { Arguments: [_, LiteralExpression { Text: { } name }, ..] } => name,
        CallExpression { Arguments.Count: > 0 } call => NameOf(call.Arguments[0]),
        CastExpression cast => NameOf(cast.Operand),
        NullConditionalExpression conditional => NameOf(conditional.Target),
        CoalesceExpression coalesce => NameOf(coalesce.Left),
        _ => "value",
    };

    /// <summary>The name in a lookup at run time: <c>site</c> of <c>.Text("site")</c>.</summary>
    public static string? NameIn(string suffix)
    {
        int start = suffix.IndexOf("(\"", StringComparison.Ordinal);
        int end = suffix.LastIndexOf("\")", StringComparison.Ordinal);
        return start < 0 || end < start + 2 ? null : suffix[(start + 2)..end];
    }

    private string? Joined(InterpolationExpression interpolation)
    {
        string?[] parts = [.. interpolation.Parts.Select(Constant)];
        return parts.Contains(null) ? null : string.Concat(parts);
    }

    private static string? TextOf(LiteralExpression literal) => literal.Value switch
    {
        bool boolean => boolean ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        object value => value.ToString(),
        null => null,
    };

    private static string Camel(string suffix)
    {
        string name = suffix.Replace(".ValueOrDefault", "", StringComparison.Ordinal).TrimStart('.', '@');
        return name.Length == 0 ? "value" : char.ToLowerInvariant(name[0]) + name[1..];
    }
}
