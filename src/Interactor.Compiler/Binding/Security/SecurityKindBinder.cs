using Interactor.Compiler.Binding.Requests;
using Interactor.Compiler.Expressions;
using Interactor.Compiler.Model;

namespace Interactor.Compiler.Binding.Security;

/// <summary>A kind of authentication: a preset that reads its own keys and says what is added to each request.</summary>
/// <param name="Word">The kind in definitions.</param>
/// <param name="Bind">Reads the kind's keys.</param>
internal sealed record SecurityKindBinder(string Word, SecurityKind Kind, Func<MappingReader, SecurityKindContext, SecurityPreset> Bind);

/// <summary>What a kind gives before the slots that every kind has are read.</summary>
/// <param name="Apply">What is added to each request.</param>
/// <param name="IsReplaced">
/// A definition's own <c>apply</c> takes the place of the preset: where the credential goes is the definition's to say. Kinds
/// whose credential is written beside their name keep it, and <c>apply</c> adds to it.
/// </param>
internal sealed record SecurityPreset(EquatableArray<ParameterModel> Apply, OAuthModel? OAuth = null, bool IsReplaced = false, SessionModel? Session = null)
{
    /// <summary>The preset with what the definition's <c>apply</c> says; the same name at the same place is the definition's.</summary>
    public EquatableArray<ParameterModel> With(EquatableArray<ParameterModel>? apply)
    {
        if (apply is not { } own)
        {
            return Apply;
        }

        return IsReplaced ? own : [.. Apply.Where(p => !own.Any(o => o.Location == p.Location && string.Equals(o.Name, p.Name, StringComparison.OrdinalIgnoreCase))), .. own];
    }
}

/// <summary>What the kinds share while they read.</summary>
internal sealed record SecurityKindContext(BindingContext Context, Scopes Scopes, ServerTable Servers)
{
    /// <summary>Text that may be secret: a credential.</summary>
    public TypedExpression? RequireCredential(MappingReader reader, string key) =>
        reader.RequireScalar(key) is { } scalar ? Slot.Text(scalar, Scopes.Settings(), Context) : null;

    public TypedExpression? TakeCredential(MappingReader reader, string key) =>
        reader.TakeScalar(key) is { } scalar ? Slot.Text(scalar, Scopes.Settings(), Context) : null;
}
