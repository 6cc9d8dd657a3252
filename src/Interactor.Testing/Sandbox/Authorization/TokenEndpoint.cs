using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Interactor.Compiler.Model;
using Interactor.Testing.Examples;

namespace Interactor.Testing.Sandbox.Authorization;

/// <summary>The token endpoint of a connector (RFC 6749, section 3.2). Several methods may share it.</summary>
internal sealed class TokenEndpoint(IReadOnlyList<ClientSettings> clients, TokenBook tokens)
{
    public SandboxReply Answer(SentRequest request)
    {
        Dictionary<string, string> form = request.Form.GroupBy(p => p.Key, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Value, StringComparer.Ordinal);
        (string? id, string? secret) = Basic(request) ?? (form.GetValueOrDefault("client_id"), form.GetValueOrDefault("client_secret"));
        ClientSettings? client = clients.FirstOrDefault(c => c.IsClient(id) && c.IsSecret(secret) && Serves(c, form.GetValueOrDefault("grant_type")))
            ?? clients.FirstOrDefault(c => c.IsClient(id) && c.IsSecret(secret));
        if (client is null)
        {
            ClientSettings expected = clients[0];
            return Error(401, "invalid_client", $"The client is not the one of this sandbox: client_id '{expected.ClientId}' with the client_secret '{expected.ClientSecret}'.");
        }

        return form.GetValueOrDefault("grant_type") switch
        {
            "authorization_code" => ByCode(client, form),
            "refresh_token" => ByRefresh(client, form),
            "client_credentials" when Serves(client, "client_credentials") => Issue(client.Connector, form.GetValueOrDefault("scope", ""), withRefresh: false),
            null or "" => Error(400, "invalid_request", "The form has no grant_type."),
            var other => Error(400, "unsupported_grant_type", $"The connector does not use the grant_type '{other}'."),
        };
    }

    private SandboxReply ByCode(ClientSettings client, Dictionary<string, string> form)
    {
        if (tokens.TakeCode(form.GetValueOrDefault("code", ""), client.Connector) is not { } code)
        {
            return Error(400, "invalid_grant", "The code is unknown, used or late.");
        }

        if (code.RedirectUri != form.GetValueOrDefault("redirect_uri"))
        {
            return Error(400, "invalid_grant", "The redirect_uri is not the one that the code was asked for with.");
        }

        return code.Challenge is { } challenge && ChallengeOf(form.GetValueOrDefault("code_verifier", "")) != challenge
            ? Error(400, "invalid_grant", "The code_verifier does not match the code_challenge (RFC 7636, section 4.6).")
            : Issue(client.Connector, code.Scope, withRefresh: true);
    }

    // Each refresh gives a new refresh token and ends the old one, which is what finds out a client that loses it.
    private SandboxReply ByRefresh(ClientSettings client, Dictionary<string, string> form) =>
        tokens.TakeRefresh(form.GetValueOrDefault("refresh_token", ""), client.Connector) is { } scope
            ? Issue(client.Connector, scope, withRefresh: true)
            : Error(400, "invalid_grant", "The refresh_token is unknown or was used already.");

    private SandboxReply Issue(string connector, string scope, bool withRefresh)
    {
        (string access, string? refresh) = tokens.Issue(connector, scope, withRefresh);
        JsonObject answer = new()
        {
            ["access_token"] = access,
            ["token_type"] = "Bearer",
            ["expires_in"] = (long)tokens.Lifetime.TotalSeconds,
        };
        if (refresh is not null)
        {
            answer["refresh_token"] = refresh;
        }

        if (scope.Length > 0)
        {
            answer["scope"] = scope;
        }

        return SandboxReply.Json(200, answer) with { Headers = [new("Cache-Control", "no-store")] };
    }

    private static bool Serves(ClientSettings client, string? grant) =>
        (grant == "client_credentials") == (client.Kind == SecurityKind.OAuth2ClientCredentials);

    private static SandboxReply Error(int status, string error, string description) =>
        SandboxReply.Json(status, new JsonObject { ["error"] = error, ["error_description"] = description }) with { Headers = [new("Cache-Control", "no-store")] };

    private static string ChallengeOf(string verifier) => Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));

    // HTTP Basic, id and secret form-encoded first (section 2.3.1).
    private static (string? Id, string? Secret)? Basic(SentRequest request)
    {
        string? header = request.Headers.FirstOrDefault(h => h.Key.Equals("Authorization", StringComparison.OrdinalIgnoreCase)).Value;
        if (header is null || !header.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        byte[] bytes = new byte[header.Length];
        string pair = Convert.TryFromBase64String(header[6..].Trim(), bytes, out int count) ? Encoding.UTF8.GetString(bytes, 0, count) : "";
        int colon = pair.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? (null, null) : (WebUtility.UrlDecode(pair[..colon]), WebUtility.UrlDecode(pair[(colon + 1)..]));
    }
}
