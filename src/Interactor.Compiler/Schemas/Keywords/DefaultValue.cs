using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Model;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Schemas.Keywords;

/// <summary>A default, held against the keywords beside it that are cheap to ask.</summary>
internal static class DefaultValue
{
    public static bool Check(SyntaxNode value, MappingNode schema, SchemaReport report)
    {
        JsonType types = TypeValue.Read(schema.Find("type"));
        if (types != JsonType.None && !TypeValue.Fits(value, types))
        {
            report.Add(DatatypeDiagnostics.DefaultMismatch, value, NodeKind.Describe(value), TypeValue.Describe(types));
        }
        else if (Mismatch(value, schema) is { } wanted)
        {
            report.Add(DatatypeDiagnostics.DefaultMismatch, value, "another value", wanted);
        }

        return true;
    }

    private static string? Mismatch(SyntaxNode value, MappingNode schema)
    {
        if (schema.Find("enum") is SequenceNode { Items.Count: > 0 } values && !values.Items.Any(v => IsSame(v, value)))
        {
            return "one of the values of its enum";
        }

        if (value is ScalarNode { Kind: ScalarKind.String } text)
        {
            int length = JsonText.Plain(text).Count(c => !char.IsLowSurrogate(c));
            return CountValue.TryRead(schema.Find("minLength"), out int shortest) && length < shortest ? $"text of {shortest} characters or more"
                : CountValue.TryRead(schema.Find("maxLength"), out int longest) && length > longest ? $"text of {longest} characters or less"
                : null;
        }

        if (ExactNumber.TryRead(value, out ExactNumber number))
        {
            return ExactNumber.TryRead(schema.Find("minimum"), out ExactNumber minimum) && number.CompareTo(minimum) < 0 ? "no number below its minimum"
                : ExactNumber.TryRead(schema.Find("maximum"), out ExactNumber maximum) && number.CompareTo(maximum) > 0 ? "no number above its maximum"
                : null;
        }

        return null;
    }

    private static bool IsSame(SyntaxNode left, SyntaxNode right) =>
        JsonText.Of(left) == JsonText.Of(right)
        || (ExactNumber.TryRead(left, out ExactNumber one) && ExactNumber.TryRead(right, out ExactNumber other) && one.CompareTo(other) == 0);
}
