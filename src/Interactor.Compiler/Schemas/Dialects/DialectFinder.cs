using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Schemas.Keywords;
using Interactor.Compiler.Schemas.Resources;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Schemas.Dialects;

/// <summary>Finds the dialect that <c>$schema</c> names: a published one, or one that a given metaschema makes of vocabularies.</summary>
internal sealed class DialectFinder(SchemaLibrary library, SchemaReport report)
{
    private const int MaximumDepth = 8;

    private static readonly (string Uri, SchemaDialect Dialect)[] Published =
    [
        ("https://json-schema.org/draft/2020-12/schema", SchemaDialect.Draft202012),
        ("https://json-schema.org/draft/2019-09/schema", SchemaDialect.Draft201909),
        ("http://json-schema.org/draft-07/schema", SchemaDialect.Draft7),
        ("http://json-schema.org/draft-06/schema", SchemaDialect.Draft6),
        ("http://json-schema.org/draft-04/schema", SchemaDialect.Draft4),
        ("http://json-schema.org/schema", SchemaDialect.Draft202012),
        ("https://spec.openapis.org/oas/3.1/dialect/base", SchemaDialect.OpenApi31),
    ];

    private static readonly (string Uri, Vocabularies Vocabularies)[] Known =
    [
        ("https://json-schema.org/draft/2020-12/vocab/core", Vocabularies.Core),
        ("https://json-schema.org/draft/2020-12/vocab/applicator", Vocabularies.Applicator),
        ("https://json-schema.org/draft/2020-12/vocab/unevaluated", Vocabularies.Unevaluated),
        ("https://json-schema.org/draft/2020-12/vocab/validation", Vocabularies.Validation),
        ("https://json-schema.org/draft/2020-12/vocab/meta-data", Vocabularies.MetaData),
        ("https://json-schema.org/draft/2020-12/vocab/format-annotation", Vocabularies.Format),
        ("https://json-schema.org/draft/2020-12/vocab/format-assertion", Vocabularies.Format),
        ("https://json-schema.org/draft/2020-12/vocab/content", Vocabularies.Content),
        ("https://json-schema.org/draft/2019-09/vocab/core", Vocabularies.Core),
        ("https://json-schema.org/draft/2019-09/vocab/applicator", Vocabularies.Applicator | Vocabularies.Unevaluated),
        ("https://json-schema.org/draft/2019-09/vocab/validation", Vocabularies.Validation),
        ("https://json-schema.org/draft/2019-09/vocab/meta-data", Vocabularies.MetaData),
        ("https://json-schema.org/draft/2019-09/vocab/format", Vocabularies.Format),
        ("https://json-schema.org/draft/2019-09/vocab/content", Vocabularies.Content),
        ("https://spec.openapis.org/oas/3.1/vocab/base", Vocabularies.OpenApi),
    ];

    private readonly Dictionary<string, Dialect> _found = new(StringComparer.Ordinal);

    /// <param name="name">The value of <c>$schema</c>.</param>
    /// <param name="otherwise">What is assumed where nobody knows the dialect, which is reported.</param>
    public Dialect Find(ScalarNode name, Dialect otherwise)
    {
        string uri = SchemaUri.Split(name.Text).Uri;
        if (Find(uri, depth: 0, name) is { } dialect)
        {
            return dialect;
        }

        string hint = Nearest.Hint(uri, Published.Select(p => p.Uri));
        report.Add(DatatypeDiagnostics.UnknownDialect, name, name.Text, "the dialect around it", hint.Length > 0 ? hint : " A dialect of your own must be among the documents.");
        return otherwise;
    }

    private Dialect? Find(string uri, int depth, ScalarNode name)
    {
        // Early drafts had http, and people write https for them.
        string plain = uri.StartsWith("https://json-schema.org/draft-0", StringComparison.Ordinal) ? "http" + uri.Substring(5) : uri;
        foreach ((string published, SchemaDialect dialect) in Published)
        {
            if (plain == published)
            {
                return Dialect.Of(dialect);
            }
        }

        if (_found.TryGetValue(uri, out Dialect? found))
        {
            return found;
        }

        if (depth > MaximumDepth || library.FindRoot(uri) is not MappingNode metaschema)
        {
            return null;
        }

        Dialect? around = metaschema.Find("$schema") is ScalarNode { Kind: ScalarKind.String } its && SchemaUri.Split(its.Text).Uri is var next && next != uri
            ? Find(next, depth + 1, name)
            : null;
        return around is null ? null : _found[uri] = WithVocabularies(around, metaschema, uri, name);
    }

    private Dialect WithVocabularies(Dialect dialect, MappingNode metaschema, string uri, ScalarNode name)
    {
        if (dialect.Find("$vocabulary") is null || metaschema.Find("$vocabulary") is not MappingNode vocabulary)
        {
            return dialect;
        }

        Vocabularies used = Vocabularies.Core;
        bool assertsFormat = false;
        foreach (MappingEntry entry in vocabulary.Entries)
        {
            (string? known, Vocabularies vocabularies) = Known.FirstOrDefault(k => k.Uri == entry.Key.Text);
            bool isRequired = BooleanValue.IsTrue(entry.Value);
            if (known is null && isRequired)
            {
                report.Add(DatatypeDiagnostics.UnknownVocabulary, name, uri, entry.Key.Text);
            }

            used |= vocabularies;

            // The vocabulary of 2020-12 asserts by being there, whether it is required or not; that of 2019-09 where it is required.
            assertsFormat |= known is not null && (known.EndsWith("/format-assertion", StringComparison.Ordinal) || (known.EndsWith("/vocab/format", StringComparison.Ordinal) && isRequired));
        }

        return dialect.With(used, assertsFormat);
    }
}
