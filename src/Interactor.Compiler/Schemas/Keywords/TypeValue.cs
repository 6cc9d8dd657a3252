using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Model;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Schemas.Keywords;

/// <summary>The keyword <c>type</c>: one name or a list of them.</summary>
internal static class TypeValue
{
    /// <summary>The name that Swagger 2.0 has for a body of bytes.</summary>
    public const string File = "file";

    private static readonly (string Name, JsonType Type)[] Types =
    [
        ("null", JsonType.Null), ("boolean", JsonType.Boolean), ("integer", JsonType.Integer), ("number", JsonType.Number),
        ("string", JsonType.String), ("array", JsonType.Array), ("object", JsonType.Object),
    ];

    public static bool Check(SyntaxNode value, MappingNode schema, SchemaReport report)
    {
        bool isRight = true;
        foreach (SyntaxNode item in value is SequenceNode { Items.Count: > 0 } list ? list.Items : [value])
        {
            if (item is not ScalarNode scalar)
            {
                isRight = report.Wrong(item, "the name of a type or a list of names");
            }
            else if (Find(scalar) == JsonType.None)
            {
                string[] names = [.. Types.Select(t => t.Name)];
                report.Add(StructureDiagnostics.UnknownValue, scalar, scalar.Text, "'type'", string.Join(", ", names), Nearest.Hint(scalar.Text, names));
                isRight = false;
            }
        }

        return isRight;
    }

    /// <summary>The same, with Swagger's <c>file</c> among the names.</summary>
    public static bool CheckWithFile(SyntaxNode value, MappingNode schema, SchemaReport report) =>
        value is ScalarNode { Text: File } || Check(value, schema, report);

    /// <summary>The types that a schema names; none where it has no such keyword.</summary>
    public static JsonType Read(SyntaxNode? value)
    {
        if (value is not SequenceNode list)
        {
            return OfItem(value);
        }

        JsonType types = JsonType.None;
        foreach (SyntaxNode item in list.Items)
        {
            types |= OfItem(item);
        }

        return types;
    }

    /// <summary>The names of the types, in the order of the specification's list.</summary>
    public static IEnumerable<string> NamesOf(JsonType types) => Types.Where(t => (types & t.Type) != 0).Select(t => t.Name);

    /// <summary>There is exactly one type.</summary>
    public static bool IsOne(JsonType types) => types != JsonType.None && (types & (types - 1)) == JsonType.None;

    public static string Describe(JsonType types) => string.Join(" or ", NamesOf(types));

    /// <summary>Whether a value is of one of the types.</summary>
    public static bool Fits(SyntaxNode value, JsonType types) => (TypeOf(value) & types) != 0;

    /// <summary>The types that a value is of: an integer is a number too.</summary>
    public static JsonType TypeOf(SyntaxNode node) => node switch
    {
        MappingNode => JsonType.Object,
        SequenceNode => JsonType.Array,
        ScalarNode { Kind: ScalarKind.Null } => JsonType.Null,
        ScalarNode { Kind: ScalarKind.Boolean } => JsonType.Boolean,
        ScalarNode { Kind: ScalarKind.Integer or ScalarKind.Float } =>
            ExactNumber.TryRead(node, out ExactNumber number) && number.IsInteger ? JsonType.Integer | JsonType.Number : JsonType.Number,
        _ => JsonType.String,
    };

    private static JsonType OfItem(SyntaxNode? item) => item is ScalarNode scalar ? Find(scalar) : JsonType.None;

    // `type: [string, null]` without quotes means the type null as well.
    private static JsonType Find(ScalarNode scalar)
    {
        if (scalar.Kind == ScalarKind.Null)
        {
            return JsonType.Null;
        }

        foreach ((string name, JsonType type) in Types)
        {
            if (name == scalar.Text)
            {
                return type;
            }
        }

        return JsonType.None;
    }
}
