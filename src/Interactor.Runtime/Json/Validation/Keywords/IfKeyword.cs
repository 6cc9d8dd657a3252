using System.Text.Json;

namespace Interactor.Runtime.Json.Validation.Keywords;

/// <summary><c>if</c> with its <c>then</c> and <c>else</c> (core, section 10.2.2), which say nothing without it.</summary>
internal sealed class IfKeyword(KeywordSite site) : InPlaceKeyword(site.Name, "must match the schema of its case")
{
    private readonly SchemaNode _condition = site.Schema();

    private readonly SchemaNode? _then = site.Neighbour("then")?.Schema();

    private readonly SchemaNode? _otherwise = site.Neighbour("else")?.Schema();

    public override bool Apply(ref Utf8JsonReader reader, ref Evaluation evaluation)
    {
        Utf8JsonReader copy = reader;
        SchemaNode? chosen = evaluation.Test(_condition, ref copy) ? _then : _otherwise;
        if (chosen is not null)
        {
            return chosen.Evaluate(ref reader, ref evaluation);
        }

        reader.Skip();
        return true;
    }
}
