using System.Text.Json;

namespace Interactor.Runtime.Json.Validation.Keywords;

/// <summary><c>not</c> (core, section 10.2.1.4).</summary>
internal sealed class NotKeyword(KeywordSite site) : InPlaceKeyword(site.Name, "must not match the schema that is ruled out")
{
    private readonly SchemaNode _schema = site.Schema();

    public override bool Apply(ref Utf8JsonReader reader, ref Evaluation evaluation)
    {
        Utf8JsonReader copy = reader;
        bool isValid = !evaluation.Test(_schema, ref copy);
        if (!isValid)
        {
            evaluation.Errors?.Report(this);
        }

        reader.Skip();
        return isValid;
    }
}
