using System.Collections.Frozen;

namespace Interactor.Import.Writing;

/// <summary>The keywords of schemas by what stands under them. Everything else is data, but for extensions, which are dropped.</summary>
internal static class SchemaForms
{
    private static readonly FrozenDictionary<string, SchemaForm> Table = new Dictionary<string, SchemaForm>(StringComparer.Ordinal)
    {
        ["$ref"] = SchemaForm.Reference,
        ["discriminator"] = SchemaForm.Discriminator,
        ["properties"] = SchemaForm.SchemaMap,
        ["patternProperties"] = SchemaForm.SchemaMap,
        ["dependentSchemas"] = SchemaForm.SchemaMap,
        ["dependencies"] = SchemaForm.SchemaMap,
        ["definitions"] = SchemaForm.SchemaMap,
        ["$defs"] = SchemaForm.SchemaMap,
        ["allOf"] = SchemaForm.SchemaList,
        ["anyOf"] = SchemaForm.SchemaList,
        ["oneOf"] = SchemaForm.SchemaList,
        ["prefixItems"] = SchemaForm.SchemaList,
        ["items"] = SchemaForm.SchemaOrList,
        ["additionalItems"] = SchemaForm.Schema,
        ["additionalProperties"] = SchemaForm.Schema,
        ["unevaluatedItems"] = SchemaForm.Schema,
        ["unevaluatedProperties"] = SchemaForm.Schema,
        ["propertyNames"] = SchemaForm.Schema,
        ["contains"] = SchemaForm.Schema,
        ["not"] = SchemaForm.Schema,
        ["if"] = SchemaForm.Schema,
        ["then"] = SchemaForm.Schema,
        ["else"] = SchemaForm.Schema,
        ["contentSchema"] = SchemaForm.Schema,
        ["example"] = SchemaForm.Remark,
        ["examples"] = SchemaForm.Remark,
        ["externalDocs"] = SchemaForm.Remark,
        ["xml"] = SchemaForm.Xml,
        ["$comment"] = SchemaForm.Remark,
        ["x-enum-varnames"] = SchemaForm.Data,
        ["x-enum-descriptions"] = SchemaForm.Data,
        ["x-nullable"] = SchemaForm.Data,

        // All datatypes are one document: a schema with an address of its own would look for them elsewhere.
        ["$id"] = SchemaForm.Dropped,
        ["$schema"] = SchemaForm.Dropped,
        ["x-enumNames"] = SchemaForm.EnumNames,
        ["x-enum-names"] = SchemaForm.EnumNames,
        ["x-ms-enum"] = SchemaForm.MicrosoftEnum,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static SchemaForm Of(string keyword) =>
        Table.TryGetValue(keyword, out SchemaForm form) ? form
        : keyword.StartsWith("x-", StringComparison.OrdinalIgnoreCase) ? SchemaForm.Dropped
        : SchemaForm.Data;
}
