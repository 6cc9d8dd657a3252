using System.Text.Json;

namespace Interactor.Runtime.Json.Validation.Keywords;

/// <summary><c>anyOf</c> (core, section 10.2.1.2), by trial.</summary>
internal sealed class AnyOfKeyword(KeywordSite site)
    : InPlaceKeyword(site.Name, $"must match at least one of the {site.Value.GetArrayLength()} alternatives")
{
    private readonly SchemaNode[] _schemas = site.Schemas();

    public override bool Apply(ref Utf8JsonReader reader, ref Evaluation evaluation)
    {
        foreach (SchemaNode schema in _schemas)
        {
            Utf8JsonReader copy = reader;
            if (evaluation.Test(schema, ref copy))
            {
                reader = copy;
                return true;
            }
        }

        if (!evaluation.MustStop)
        {
            UnionErrors.Explain(this, _schemas, ref reader, ref evaluation);
            reader.Skip();
        }

        return false;
    }
}
