using System.Text.Json;
using Interactor.Runtime.Json.Validation.Patterns;

namespace Interactor.Runtime.Json.Validation.Keywords;

/// <summary><c>patternProperties</c> (core, section 10.3.2.2): one of its patterns.</summary>
internal sealed class PatternPropertyKeyword : ObjectKeyword
{
    private readonly TextPattern _pattern;

    private readonly SchemaNode _schema;

    private PatternPropertyKeyword(KeywordSite site, JsonProperty entry)
        : base(site.Name, "must match the schemas of its members")
    {
        _pattern = new(entry.Name);
        if (_pattern.Error is not null)
        {
            throw site.Wrong("has a pattern that cannot be used, so it is not known which members its schema is for");
        }

        _schema = site.Schema(entry.Name, entry.Value);
    }

    public static IEnumerable<Keyword> Read(KeywordSite site) =>
        site.Value.EnumerateObject().Select(entry => new PatternPropertyKeyword(site, entry));

    public override SchemaNode? SchemaFor(int index, bool isMatched, ref Utf8JsonReader reader, ref Evaluation evaluation) =>
        evaluation.IsMatch(_pattern, ref reader) ? _schema : null;
}
