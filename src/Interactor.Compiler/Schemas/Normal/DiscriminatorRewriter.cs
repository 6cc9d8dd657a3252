using Interactor.Compiler.Schemas.Resources;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Schemas.Normal;

/// <summary>
/// <c>discriminator</c> in the form of OpenAPI 3: <c>propertyName</c>, and a <c>mapping</c> whose values are references to units. It changes no
/// answer of a validator (3.0.4, section 4.7.25); the C# types are made by it.
/// </summary>
internal static class DiscriminatorRewriter
{
    public static void Rewrite(KeywordUse use, NormalSchema target)
    {
        List<MappingEntry> entries = [];
        if (use.Value is ScalarNode name)
        {
            entries.Add(new MappingEntry(NormalNodes.Word(name, "propertyName"), use.Writer.Nodes.Text(name)));
        }
        else if (use.Value is MappingNode discriminator)
        {
            entries.Add(new MappingEntry(NormalNodes.Word(discriminator, "propertyName"), use.Writer.Nodes.Text((ScalarNode)discriminator.Find("propertyName")!)));
            if (discriminator.Find("mapping") is MappingNode mapping)
            {
                entries.Add(new MappingEntry(NormalNodes.Word(mapping, "mapping"), NormalNodes.Mapping(mapping, [.. Targets(mapping, use)])));
            }
        }

        target.Add(use.Entry, NormalNodes.Mapping(use.Value, [.. entries]));
    }

    private static IEnumerable<MappingEntry> Targets(MappingNode mapping, KeywordUse use)
    {
        foreach (MappingEntry entry in mapping.Entries)
        {
            if (use.Writer.Unit.TargetOf(use.Location, DiscriminatorMapping.KeyOf(entry)) is { } target)
            {
                yield return new MappingEntry(use.Writer.Nodes.Text(entry.Key), SchemaWriter.ReferenceTo(entry.Value, target));
            }
        }
    }
}
