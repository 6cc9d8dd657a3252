using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Schemas.Keywords;

/// <summary>OpenAPI's <c>discriminator</c>: the name of a property (Swagger 2.0), or a mapping with <c>propertyName</c> and <c>mapping</c>.</summary>
internal static class DiscriminatorValue
{
    public static bool Check(SyntaxNode value, MappingNode schema, SchemaReport report) => value switch
    {
        ScalarNode { Kind: ScalarKind.String } => true,
        MappingNode mapping when mapping.Find("propertyName") is ScalarNode { Kind: not ScalarKind.Null } => CheckMapping(mapping.Find("mapping"), report),
        _ => report.Wrong(value, "a mapping with the text propertyName"),
    };

    private static bool CheckMapping(SyntaxNode? names, SchemaReport report) => names switch
    {
        null => true,
        MappingNode mapping => mapping.Entries.All(e => e.Value is ScalarNode { Kind: not ScalarKind.Null } || report.Wrong(e.Value, "the name of a schema or a reference")),
        _ => report.Wrong(names, "a mapping of values to schemas"),
    };
}
