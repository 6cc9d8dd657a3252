using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Datatypes;

/// <summary>Reads <c>discriminator</c> (OpenAPI 3.1, section 4.8.25) in normal form.</summary>
internal sealed class DiscriminatorReader(DatatypeBinder datatypes)
{
    /// <returns>Null when the schema has none, or none that names its property.</returns>
    public Discriminator? Read(MappingNode schema)
    {
        MappingNode? discriminator = schema.Find("discriminator") as MappingNode;
        return discriminator?.Find("propertyName") is ScalarNode text ? new Discriminator(JsonText.Plain(text), [.. Mapping(discriminator)]) : null;
    }

    private IEnumerable<DiscriminatorEntry> Mapping(MappingNode discriminator)
    {
        foreach (MappingEntry entry in (discriminator.Find("mapping") as MappingNode)?.Entries ?? [])
        {
            if (entry.Value is ScalarNode target && datatypes.NameOf(target.Text) is { } name)
            {
                yield return new DiscriminatorEntry(JsonText.Plain(entry.Key), name, entry.Value);
            }
        }
    }
}

/// <param name="Property">The member whose text decides.</param>
internal sealed record Discriminator(string Property, IReadOnlyList<DiscriminatorEntry> Mapping);

/// <param name="Value">The text on the wire.</param>
/// <param name="Datatype">The wire name of the datatype that it stands for.</param>
/// <param name="Place">Where findings about it are reported.</param>
internal sealed record DiscriminatorEntry(string Value, string Datatype, SyntaxNode Place);
