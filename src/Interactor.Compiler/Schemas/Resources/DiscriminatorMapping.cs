using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Schemas.Keywords;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Schemas.Resources;

/// <summary>
/// What the values of a discriminator's <c>mapping</c> stand for. A value is the name of a schema or a reference to one, and may be either
/// (3.0.4, section 4.7.25.1): the name is tried first.
/// </summary>
internal static class DiscriminatorMapping
{
    private static readonly string[] Homes = ["#/components/schemas/", "#/datatypes/", "#/$defs/", "#/definitions/"];

    /// <summary>What the target of one value is kept under.</summary>
    public static string KeyOf(MappingEntry entry) => "discriminator/" + entry.Key.Text;

    public static IEnumerable<KeyValuePair<string, SchemaLocation>> TargetsOf(SchemaLocation location, ReferenceResolver resolver, SchemaReport report) =>
        location.Node is MappingNode schema
        && (schema.Find("discriminator") as MappingNode)?.Find("mapping") is MappingNode mapping
        && !location.IsReferenceOnly
        && location.Resource.Dialect.Find("discriminator") is { Form: KeywordForm.Discriminator }
            ? TargetsOf(mapping, location, resolver, report)
            : [];

    private static IEnumerable<KeyValuePair<string, SchemaLocation>> TargetsOf(MappingNode mapping, SchemaLocation location, ReferenceResolver resolver, SchemaReport report)
    {
        foreach (MappingEntry entry in mapping.Entries)
        {
            if (entry.Value is not ScalarNode reference)
            {
                continue;
            }

            if (Find(location, reference.Text, resolver) is { } target)
            {
                yield return new KeyValuePair<string, SchemaLocation>(KeyOf(entry), target);
            }
            else
            {
                report.Add(DatatypeDiagnostics.UnknownMapping, reference, reference.Text);
            }
        }
    }

    private static SchemaLocation? Find(SchemaLocation from, string text, ReferenceResolver resolver)
    {
        bool isName = text.IndexOfAny(['/', '#']) < 0;
        foreach (string home in isName ? Homes : [])
        {
            if (resolver.Find(from, home + SchemaUri.Encode(text)) is { } named)
            {
                return named;
            }
        }

        return resolver.Find(from, text);
    }
}
