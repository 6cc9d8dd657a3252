using System.Buffers.Text;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;

namespace Interactor.Providers.Tests.Running;

/// <summary>The npm package <c>oidc-provider</c>: one process for all tests that need no TLS.</summary>
public sealed class OpenIdServer : IAsyncLifetime
{
    /// <summary>Where people are sent back to. Nobody listens there: the person of the tests reads the address only.</summary>
    public const string Callback = "https://app.example.com/callback";

    /// <summary>The secret of every client that has one; with characters that a form and a header have to encode.</summary>
    public const string Secret = "s3cret:&+ /%-of-the-client";

    private readonly HttpClient _http = new();
    private NodeServer? _server;

    public string Url => _server?.Url ?? NodePackages.Skip();

    /// <summary>The private key of the client <c>signed</c>.</summary>
    public string PrivateKey { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        if (!await NodePackages.AreThereAsync())
        {
            return;
        }

        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        PrivateKey = key.ExportPkcs8PrivateKeyPem();
        string[] personal = ["authorization_code", "refresh_token"];
        string[] own = ["client_credentials"];
        _server = await NodeServer.StartAsync("oidc-provider.mjs", new
        {
            clients = new object[]
            {
                Client("web.body", "client_secret_post", personal),
                Client("web.header", "client_secret_basic", personal),
                Client("tv", "none", ["urn:ietf:params:oauth:grant-type:device_code", "refresh_token"]),
                Client("machine.body", "client_secret_post", own),
                Client("machine.header", "client_secret_basic", own),
                Client("machine.signed", "private_key_jwt", own, new { keys = new[] { Public(key) } }),
            },
        });
    }

    /// <summary>How often the provider refreshed a token, and how often it withdrew a grant because a token was used twice or revoked.</summary>
    internal async Task<(int Refreshed, int Withdrawn)> CountsAsync()
    {
        JsonElement counts = await _http.GetFromJsonAsync<JsonElement>(Url + "/test/counts");
        return (counts.GetProperty("refreshed").GetInt32(), counts.GetProperty("withdrawn").GetInt32());
    }

    /// <summary>Lets an access token expire at the provider, which a connection does not notice before it uses it.</summary>
    internal async Task ExpireAsync(string token)
    {
        using HttpResponseMessage answer = await _http.GetAsync($"{Url}/test/expire?token={token}");
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Asks for a token as somebody would who stole a refresh token.</summary>
    internal async Task<int> RefreshAsync(string client, string refresh)
    {
        using HttpResponseMessage answer = await _http.PostAsync(
            Url + "/token",
            new FormUrlEncodedContent(new Dictionary<string, string> { ["grant_type"] = "refresh_token", ["refresh_token"] = refresh, ["client_id"] = client, ["client_secret"] = Secret }));
        return (int)answer.StatusCode;
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }

    private static Dictionary<string, object> Client(string id, string authentication, string[] grants, object? jwks = null)
    {
        bool isPersonal = grants.Contains("authorization_code");
        Dictionary<string, object> client = new()
        {
            ["client_id"] = id,
            ["token_endpoint_auth_method"] = authentication,
            ["grant_types"] = grants,
            ["redirect_uris"] = isPersonal ? [Callback] : Array.Empty<string>(),
            ["response_types"] = isPersonal ? ["code"] : Array.Empty<string>(),
        };
        if (authentication.StartsWith("client_secret", StringComparison.Ordinal))
        {
            client["client_secret"] = Secret;
        }

        if (jwks is not null)
        {
            client["jwks"] = jwks;
        }

        return client;
    }

    /// <summary>The public half of a key as a JWK, with the certificate that has it where there is one.</summary>
    internal static object Public(ECDsa key, string? certificate = null)
    {
        ECParameters parameters = key.ExportParameters(includePrivateParameters: false);
        Dictionary<string, object> jwk = new()
        {
            ["kty"] = "EC",
            ["crv"] = "P-256",
            ["use"] = "sig",
            ["alg"] = "ES256",
            ["x"] = Base64Url.EncodeToString(parameters.Q.X!),
            ["y"] = Base64Url.EncodeToString(parameters.Q.Y!),
        };
        if (certificate is not null)
        {
            jwk["x5c"] = new[] { certificate };
        }

        return jwk;
    }
}
