using Interactor.Compiler.Expressions;
using Interactor.Compiler.Model;

namespace Interactor.Compiler.Binding.Security;

/// <summary>What a kind gives before the slots that every kind has are read.</summary>
/// <param name="Apply">What is added to each request.</param>
internal sealed record SecurityPreset(ApplyModel Apply)
{
    /// <summary>
    /// A definition's own <c>apply</c> takes the place of the preset: where the credential goes is the definition's to say. Kinds
    /// whose credential is written beside their name keep it, and <c>apply</c> adds to it.
    /// </summary>
    public bool IsReplaced { get; init; }

    public OAuthModel? OAuth { get; init; }

    public SessionModel? Session { get; init; }

    public AssertionModel? Assertion { get; init; }

    public OAuth1Model? OAuth1 { get; init; }

    public SigV4Model? SigV4 { get; init; }

    public DigestModel? Digest { get; init; }

    public RequestSignatureModel? Signature { get; init; }

    /// <summary>The preset with what the definition's <c>apply</c> says; the same name at the same place is the definition's.</summary>
    public ApplyModel With(ApplyModel? own)
    {
        if (own is null || IsReplaced)
        {
            return own ?? Apply;
        }

        return new ApplyModel(
            [
                .. Apply.Parameters.Where(p => !own.Parameters.Any(o => o.Location == p.Location && string.Equals(o.Name, p.Name, StringComparison.OrdinalIgnoreCase))),
                .. own.Parameters,
            ],
            [.. Apply.Body.Where(p => !own.Body.Any(o => o.Name == p.Name)), .. own.Body])
        {
            Calls = own.Calls,
        };
    }
}

/// <summary>What is added to a request to authenticate it: parameters, and fields or members of its body.</summary>
internal sealed record ApplyModel(EquatableArray<ParameterModel> Parameters, EquatableArray<NamedExpression> Body = default)
{
    /// <summary>The scripts that they call.</summary>
    public EquatableArray<ScriptCallModel> Calls { get; init; }

    public static ApplyModel Nothing { get; } = new([], []);
}
