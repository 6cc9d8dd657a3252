using System.Reflection;
using Interactor.Compiler.Text;

namespace Interactor.Compiler.Schemas.Metaschemas;

/// <summary>The published metaschemas, which schemas may refer to like any other document. They are resources of this assembly.</summary>
internal static class Metaschema
{
    private static readonly Dictionary<string, Lazy<SchemaDocument>> ByUri = Rows().ToDictionary(
        row => row.Uri,
        row => new Lazy<SchemaDocument>(() => Load(row.Uri, row.File)),
        StringComparer.Ordinal);

    /// <param name="uri">Without a fragment.</param>
    public static SchemaDocument? Find(string uri) => ByUri.TryGetValue(uri, out Lazy<SchemaDocument>? document) ? document.Value : null;

    private static IEnumerable<(string Uri, string File)> Rows()
    {
        foreach (string draft in (string[])["04", "06", "07"])
        {
            yield return ($"http://json-schema.org/draft-{draft}/schema", $"draft-{draft}.json");
        }

        foreach (string draft in (string[])["2019-09", "2020-12"])
        {
            yield return ($"https://json-schema.org/draft/{draft}/schema", $"draft-{draft}.schema.json");
            string[] vocabularies = draft == "2019-09"
                ? ["core", "applicator", "validation", "meta-data", "format", "content"]
                : ["core", "applicator", "unevaluated", "validation", "meta-data", "format-annotation", "format-assertion", "content"];
            foreach (string vocabulary in vocabularies)
            {
                yield return ($"https://json-schema.org/draft/{draft}/meta/{vocabulary}", $"draft-{draft}.{vocabulary}.json");
            }
        }

        yield return ("https://spec.openapis.org/oas/3.1/dialect/base", "openapi-3.1.dialect.json");
        yield return ("https://spec.openapis.org/oas/3.1/meta/base", "openapi-3.1.base.json");
    }

    private static SchemaDocument Load(string uri, string file)
    {
        Assembly assembly = typeof(Metaschema).Assembly;
        using Stream content = assembly.GetManifestResourceStream("Metaschemas." + file)
            ?? throw new InvalidOperationException($"The metaschema {file} is not in the assembly.");
        using StreamReader reader = new(content);
        return new SchemaDocument(new SourceFile(file, reader.ReadToEnd()), [uri]);
    }
}
