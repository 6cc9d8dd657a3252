using Interactor.Compiler.Schemas.Dialects;
using Interactor.Compiler.Schemas.Keywords;
using Interactor.Compiler.Schemas.Resources;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Schemas.Normal;

/// <summary>
/// <c>nullable</c> (OpenAPI 3.0) and <c>x-nullable</c> (Swagger 2.0). Beside <c>type</c> null is one more type, which is all the specification
/// gives it; without <c>type</c>, where authors mean it all the same, the whole schema is one of two cases.
/// </summary>
internal static class NullableRewriter
{
    public static bool IsNullable(SchemaLocation location, MappingNode schema) =>
        (location.Resource.Dialect.IsAmong(DialectSet.OpenApi30) && BooleanValue.IsTrue(schema.Find("nullable")))
        || (location.Resource.Dialect.IsAmong(DialectSet.Swagger20) && BooleanValue.IsTrue(schema.Find("x-nullable")));

    /// <summary>Null is allowed and no <c>type</c> is there to say so.</summary>
    public static bool Wraps(SchemaLocation location, MappingNode schema) =>
        !location.IsReferenceOnly && schema.Find("type") is null && IsNullable(location, schema);

    public static MappingNode Wrap(NormalSchema value, NormalSchema around, MappingNode schema)
    {
        if (!value.IsEmpty)
        {
            MappingNode isNull = NormalNodes.Mapping(schema, "type", NormalNodes.Word(schema, "null"));
            around.Add(NormalNodes.Word(schema, "anyOf"), "anyOf", NormalNodes.Sequence(schema, [value.ToNode(), isNull]));
        }

        return around.ToNode();
    }
}
