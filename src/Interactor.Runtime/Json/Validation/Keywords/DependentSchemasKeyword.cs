using System.Text;
using System.Text.Json;

namespace Interactor.Runtime.Json.Validation.Keywords;

/// <summary><c>dependentSchemas</c> (core, section 10.2.2.4): one of its schemas, which an object must match when it has a certain member.</summary>
internal sealed class DependentSchemasKeyword : InPlaceKeyword
{
    private readonly byte[] _member;

    private readonly SchemaNode _schema;

    public DependentSchemasKeyword(KeywordSite site, JsonProperty entry)
        : base(site.Name, "must match what the presence of a member asks for")
    {
        _member = Encoding.UTF8.GetBytes(entry.Name);
        _schema = site.Schema(entry.Name, entry.Value);
    }

    public static IEnumerable<Keyword> Read(KeywordSite site) =>
        site.Value.EnumerateObject().Select(entry => new DependentSchemasKeyword(site, entry));

    public override bool Apply(ref Utf8JsonReader reader, ref Evaluation evaluation)
    {
        if (reader.TokenType == JsonTokenType.StartObject && HasMember(reader, ref evaluation))
        {
            return _schema.Evaluate(ref reader, ref evaluation);
        }

        reader.Skip();
        return true;
    }

    private bool HasMember(Utf8JsonReader reader, ref Evaluation evaluation)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (evaluation.Bytes(ref reader).SequenceEqual(_member))
            {
                return true;
            }

            reader.Read();
            reader.Skip();
        }

        return false;
    }
}
