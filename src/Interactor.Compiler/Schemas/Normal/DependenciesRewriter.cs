using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Schemas.Normal;

/// <summary><c>dependencies</c> is <c>dependentRequired</c> and <c>dependentSchemas</c> in one.</summary>
internal static class DependenciesRewriter
{
    public static void Rewrite(KeywordUse use, NormalSchema target)
    {
        List<MappingEntry> required = [];
        List<MappingEntry> schemas = [];
        foreach (MappingEntry entry in ((MappingNode)use.Value).Entries)
        {
            ScalarNode key = use.Writer.Nodes.Text(entry.Key);
            if (entry.Value is SequenceNode names)
            {
                required.Add(new MappingEntry(key, NamesRewriter.Names(names, use)));
            }
            else
            {
                schemas.Add(new MappingEntry(key, use.Writer.WriteInner(use.Location, entry.Value)));
            }
        }

        if (required.Count > 0)
        {
            target.Add(use.Entry.Key, "dependentRequired", NormalNodes.Mapping(use.Value, [.. required]));
        }

        if (schemas.Count > 0)
        {
            target.Add(use.Entry.Key, "dependentSchemas", NormalNodes.Mapping(use.Value, [.. schemas]));
        }
    }
}
