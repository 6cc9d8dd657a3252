using System.Text.Json;

namespace Interactor.Runtime.Json.Validation.Keywords;

/// <summary><c>$ref</c> (core, section 8.2.3.1).</summary>
internal sealed class RefKeyword : InPlaceKeyword
{
    // No schema anybody writes refers on this often before it says something; one that refers to itself does.
    private const int LongestChain = 100;

    private readonly string _reference;

    private Func<SchemaNode>? _target;

    private SchemaNode? _node;

    public RefKeyword(KeywordSite site)
        : base(site.Name, "must match the schema that is referred to")
    {
        _reference = site.Text();
        site.OnLoaded(document => _target = document.Resolve(_reference));
    }

    public override bool Apply(ref Utf8JsonReader reader, ref Evaluation evaluation)
    {
        if (evaluation.References >= LongestChain)
        {
            throw new InteractorException(ErrorCode.ContractViolation, $"The schema's reference '{_reference}' leads back to itself without an end.");
        }

        evaluation.References++;
        bool isValid = (_node ??= _target!()).EvaluateAs("/$ref", ref reader, ref evaluation);
        evaluation.References--;
        return isValid;
    }
}
