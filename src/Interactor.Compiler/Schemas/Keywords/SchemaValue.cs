using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Schemas.Keywords;

internal static class SchemaValue
{
    /// <summary>What a schema is, in messages.</summary>
    public const string Form = "a mapping, true or false";

    public static bool Is(SyntaxNode value) => value is MappingNode or ScalarNode { Kind: ScalarKind.Boolean };

    public static bool Check(SyntaxNode value, MappingNode schema, SchemaReport report) => Is(value) || report.Wrong(value, Form, "A schema");

    public static bool CheckOneOrMany(SyntaxNode value, MappingNode schema, SchemaReport report) =>
        Is(value) || value is SequenceNode || report.Wrong(value, "a schema or a list of schemas");
}
