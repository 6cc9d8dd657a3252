using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Model;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Datatypes.Keywords;

/// <summary>The keyword <c>type</c>: one name or a list of them.</summary>
internal static class TypeValue
{
    private static readonly (string Name, JsonType Type)[] Types =
    [
        ("null", JsonType.Null), ("boolean", JsonType.Boolean), ("integer", JsonType.Integer), ("number", JsonType.Number),
        ("string", JsonType.String), ("array", JsonType.Array), ("object", JsonType.Object),
    ];

    public static void Check(SyntaxNode value, MappingNode schema, BindingContext context)
    {
        foreach (SyntaxNode item in value is SequenceNode { Items.Count: > 0 } list ? list.Items : [value])
        {
            if (item is not ScalarNode scalar)
            {
                ValueShape.Wrong(item, "the name of a type or a list of names", context);
            }
            else if (Find(scalar) == JsonType.None)
            {
                string[] names = [.. Types.Select(t => t.Name)];
                context.Report(StructureDiagnostics.UnknownValue, scalar, scalar.Text, "'type'", string.Join(", ", names), Nearest.Hint(scalar.Text, names));
            }
        }
    }

    /// <summary>The types that a schema names; none where it has no such keyword.</summary>
    public static JsonType Read(SyntaxNode? value)
    {
        JsonType types = JsonType.None;
        foreach (SyntaxNode item in value is SequenceNode list ? list.Items : value is null ? [] : [value])
        {
            types |= item is ScalarNode scalar ? Find(scalar) : JsonType.None;
        }

        return types;
    }

    public static string Describe(JsonType types) =>
        string.Join(" or ", Types.Where(t => (types & t.Type) != 0).Select(t => t.Name));

    // `type: [string, null]` without quotes means the type null as well.
    private static JsonType Find(ScalarNode scalar) =>
        scalar.Kind == ScalarKind.Null ? JsonType.Null : Types.FirstOrDefault(t => t.Name == scalar.Text).Type;
}
