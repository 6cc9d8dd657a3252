using System.Text.Json;

namespace Interactor.Runtime.Json.Validation.Keywords;

/// <summary><c>oneOf</c> (core, section 10.2.1.3), by trial.</summary>
internal sealed class OneOfKeyword(KeywordSite site)
    : InPlaceKeyword(site.Name, $"must match exactly one of the {site.Value.GetArrayLength()} alternatives")
{
    private readonly SchemaNode[] _schemas = site.Schemas();

    public override bool Apply(ref Utf8JsonReader reader, ref Evaluation evaluation)
    {
        int matches = 0;
        Utf8JsonReader end = reader;
        foreach (SchemaNode schema in _schemas)
        {
            Utf8JsonReader copy = reader;
            if (evaluation.Test(schema, ref copy))
            {
                end = copy;
                matches++;
                if (matches > 1 && evaluation.MustStop)
                {
                    return false;
                }
            }
        }

        if (matches == 1)
        {
            reader = end;
            return true;
        }

        if (!evaluation.MustStop)
        {
            if (matches == 0)
            {
                UnionErrors.Explain(this, _schemas, ref reader, ref evaluation);
            }
            else
            {
                evaluation.Errors?.Report(this);
            }

            reader.Skip();
        }

        return false;
    }
}
