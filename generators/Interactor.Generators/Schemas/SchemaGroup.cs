using System.Collections.Immutable;
using Interactor.Compiler;
using Interactor.Compiler.Model;
using Interactor.Compiler.Schemas;

namespace Interactor.Generators.Schemas;

/// <summary>The schemas whose types go to one namespace. Types that several of them need are made once, so they are compiled together.</summary>
/// <param name="Sources">Null where no file of the group can be read.</param>
/// <param name="Unreadable">Files that are no JSON or YAML.</param>
internal sealed record SchemaGroup(string Namespace, JsonSchemaSources? Sources, EquatableArray<SchemaDocument> Unreadable)
{
    /// <summary>Groups files by namespace; the documents of every group may refer to those of all.</summary>
    public static EquatableArray<SchemaGroup> Of(ImmutableArray<SchemaFile> files)
    {
        SchemaFile[] sorted = [.. files.OrderBy(f => f.Document.File.Path, StringComparer.Ordinal)];
        EquatableArray<SchemaDocument> all = sorted.Select(f => f.Document).ToEquatableArray();
        return sorted
            .GroupBy(f => f.Namespace, StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => Of(g.Key, [.. g.Select(f => f.Document)], all))
            .ToEquatableArray();
    }

    private static SchemaGroup Of(string codeNamespace, SchemaDocument[] documents, EquatableArray<SchemaDocument> all)
    {
        SchemaDocument[] readable = [.. documents.Where(d => d.IsReadable)];
        return new SchemaGroup(
            codeNamespace,
            readable.Length == 0 ? null : new JsonSchemaSources
            {
                Root = readable[0],
                Siblings = readable.Skip(1).ToEquatableArray(),
                Namespace = codeNamespace,
                Documents = all,
            },
            documents.Where(d => !d.IsReadable).ToEquatableArray());
    }
}
