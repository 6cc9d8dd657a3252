using System.Text.Json;

namespace Interactor.Runtime.Json.Validation.Keywords;

/// <summary><c>allOf</c> (core, section 10.2.1.1).</summary>
internal sealed class AllOfKeyword(KeywordSite site) : InPlaceKeyword(site.Name, "must match every schema of the list")
{
    private readonly SchemaNode[] _schemas = site.Schemas();

    public override bool Apply(ref Utf8JsonReader reader, ref Evaluation evaluation)
    {
        bool isValid = true;
        for (int i = 0; i < _schemas.Length - 1; i++)
        {
            Utf8JsonReader copy = reader;
            isValid &= _schemas[i].Evaluate(ref copy, ref evaluation);
            if (!isValid && evaluation.MustStop)
            {
                return false;
            }
        }

        return isValid & _schemas[^1].Evaluate(ref reader, ref evaluation);
    }
}
