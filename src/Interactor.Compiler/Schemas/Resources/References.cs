using Interactor.Compiler.Schemas.Keywords;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Schemas.Resources;

/// <summary>The references that a schema itself holds.</summary>
internal static class References
{
    private static readonly List<(SchemaKeyword Keyword, ScalarNode Reference)> None = [];

    public static List<(SchemaKeyword Keyword, ScalarNode Reference)> In(SchemaLocation location)
    {
        List<(SchemaKeyword, ScalarNode)>? found = null;
        if (location.Node is not MappingNode schema)
        {
            return None;
        }

        foreach (MappingEntry entry in schema.Entries)
        {
            if (entry.Value is ScalarNode { Kind: ScalarKind.String } reference
                && entry.Key.Text is "$ref" or "$dynamicRef" or "$recursiveRef"
                && location.Resource.Dialect.Find(entry.Key.Text) is { } keyword)
            {
                found ??= new List<(SchemaKeyword, ScalarNode)>(1);
                found.Add((keyword, reference));
            }
        }

        return found ?? None;
    }
}
