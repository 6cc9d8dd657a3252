using Interactor.Compiler.Schemas.Keywords;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Schemas.Resources;

/// <summary>The references that a schema itself holds.</summary>
internal static class References
{
    public static IEnumerable<(SchemaKeyword Keyword, ScalarNode Reference)> In(SchemaLocation location)
    {
        if (location.Node is not MappingNode schema)
        {
            yield break;
        }

        foreach (MappingEntry entry in schema.Entries)
        {
            if (entry.Value is ScalarNode { Kind: ScalarKind.String } reference
                && entry.Key.Text is "$ref" or "$dynamicRef" or "$recursiveRef"
                && location.Resource.Dialect.Find(entry.Key.Text) is { } keyword)
            {
                yield return (keyword, reference);
            }
        }
    }
}
