using Interactor.Compiler.Model;
using Interactor.Testing.Samples;

namespace Interactor.Testing.Sandbox.Authorization;

/// <summary>The OAuth client of a security method as the sandbox knows it.</summary>
/// <param name="ClientId">Null where the definition leaves it to a request; then any will do.</param>
internal sealed record ClientSettings(string Connector, string AppName, OAuthModel OAuth, SecurityKind Kind, string? ClientId, string? ClientSecret)
{
    public static ClientSettings Of(ConnectorModel connector, SecurityMethodModel method, OAuthModel oauth, ExpressionText text) => new(
        $"{connector.Owner}/{connector.Id}",
        connector.Name,
        oauth,
        method.Kind,
        oauth.ClientId is null ? null : text.Constant(oauth.ClientId),
        oauth.ClientSecret is null ? null : text.Constant(oauth.ClientSecret));

    public bool IsClient(string? id) => !string.IsNullOrEmpty(id) && (ClientId is null || ClientId == id);

    public bool IsSecret(string? secret) => ClientSecret is null || ClientSecret == secret;
}
