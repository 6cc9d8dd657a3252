using Interactor.Compiler.Binding.Requests;
using Interactor.Compiler.Expressions;
using Interactor.Compiler.Model;

namespace Interactor.Compiler.Binding.Security;

/// <summary>A kind of authentication: a preset that reads its own keys and says what is added to each request.</summary>
/// <param name="Word">The kind in definitions.</param>
/// <param name="Bind">Reads the kind's keys.</param>
internal sealed record SecurityKindBinder(string Word, SecurityKind Kind, Func<MappingReader, SecurityKindContext, SecurityPreset> Bind);

/// <summary>What the kinds share while they read.</summary>
internal sealed record SecurityKindContext(BindingContext Context, Scopes Scopes, ServerTable Servers)
{
    /// <summary>Text that may be secret: a credential.</summary>
    public TypedExpression? RequireCredential(MappingReader reader, string key) =>
        reader.RequireScalar(key) is { } scalar ? Slot.Text(scalar, Scopes.Settings(), Context) : null;

    /// <summary>The <c>url</c> of an endpoint, which holds no secret.</summary>
    public TypedExpression? Url(MappingReader mapping, bool isRequired)
    {
        if ((isRequired ? mapping.RequireScalar("url") : mapping.TakeScalar("url")) is not { } scalar)
        {
            return null;
        }

        TypedExpression url = Slot.PublicText(scalar, Scopes.Settings(), Context, "a URL");
        Servers.CheckUrl(scalar, url);
        return url;
    }

    public TypedExpression? TakeCredential(MappingReader reader, string key, bool allowNull = false) =>
        reader.TakeScalar(key) is { } scalar ? Slot.Text(scalar, Scopes.Settings(), Context, allowNull) : null;
}
