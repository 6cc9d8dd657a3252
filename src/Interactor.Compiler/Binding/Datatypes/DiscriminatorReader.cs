using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Datatypes;

/// <summary>Reads <c>discriminator</c> (OpenAPI 3.1, section 4.8.25).</summary>
internal sealed class DiscriminatorReader(BindingContext context, DatatypeBinder datatypes)
{
    /// <returns>Null when the schema has none, or none that names its property.</returns>
    public Discriminator? Read(MappingNode schema)
    {
        SyntaxNode? property = schema.Find("discriminator") switch
        {
            MappingNode mapping => mapping.Find("propertyName"),
            // Swagger 2.0 gives the property's name only.
            var name => name,
        };
        return property is ScalarNode { Kind: ScalarKind.String } text
            ? new Discriminator(JsonText.Plain(text), [.. Mapping(schema.Find("discriminator") as MappingNode)])
            : null;
    }

    private IEnumerable<DiscriminatorEntry> Mapping(MappingNode? discriminator)
    {
        foreach (MappingEntry entry in (discriminator?.Find("mapping") as MappingNode)?.Entries ?? [])
        {
            if (entry.Value is ScalarNode target && datatypes.NameOf(target.Text) is { } name)
            {
                yield return new DiscriminatorEntry(JsonText.Plain(entry.Key), name, entry.Value);
            }
            else
            {
                string text = (entry.Value as ScalarNode)?.Text ?? "";
                context.Report(DatatypeDiagnostics.UnresolvedReference, entry.Value, text, Nearest.Hint(text, datatypes.Keys));
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
