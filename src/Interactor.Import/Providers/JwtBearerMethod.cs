using System.Globalization;
using Interactor.Import.Documents;
using Interactor.Import.Model;

namespace Interactor.Import.Providers;

/// <summary>A signed JWT that is changed for a token (RFC 7523, 2.1): <c>token</c> says what is signed, <c>token_params</c> that it is the grant.</summary>
internal sealed class JwtBearerMethod(ProviderEntry entry, ProviderValues values, ProviderUrls urls)
{
    private const string Grant = "urn:ietf:params:oauth:grant-type:jwt-bearer";

    private static readonly string[] Algorithms = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"];

    private readonly DocumentPlace? _token = entry.Find("token");

    /// <summary>What makes it something else than this grant; null where it is exactly that.</summary>
    public string? WhyNot()
    {
        Dictionary<string, string> sent = entry.Members("token_params").ToDictionary(p => p.Token, p => p.Text ?? "", StringComparer.Ordinal);
        return entry.Find("assertion") is not null ? "its client proves itself by an 'assertion', which is not read; write it by hand with 'authentication: private_key_jwt'"
            : _token is not { IsMapping: true } ? "it signs requests, but has no 'token' that says what is signed"
            : sent.GetValueOrDefault("grant_type") != Grant || sent.GetValueOrDefault("assertion") != "${token}" ? "its signed token is not sent as the grant 'jwt-bearer'"
            : Unknown(sent.Keys, "grant_type", "assertion", "client_id", "client_secret") is { } parameter ? $"'token_params.{parameter}' has no place beside the grant"
            : sent.ContainsKey("client_secret") && !sent.ContainsKey("client_id") ? "'token_params.client_secret' stands there without 'client_id'"
            : entry.TextOf("body_format") is not (null or "form") ? "the grant is not sent as a form"
            : entry.Members("token_headers").Select(h => h.Token).FirstOrDefault(h => !h.Equals("content-type", StringComparison.OrdinalIgnoreCase)) is { } header ? $"'token_headers.{header}' has no place beside the grant"
            : entry.Find("token_response")?.TextOf("token") != "access_token" ? "'token_response.token' is not 'access_token'"
            : !Algorithms.Contains(_token.Find("header")?.TextOf("alg")) ? "'token.header.alg' names no algorithm of a key pair"
            : Unknown(Names("header"), "alg", "typ", "kid") is { } name ? $"'token.header.{name}' is no header that an assertion has"
            : _token.Find("header")?.TextOf("typ") is not (null or "JWT") ? "'token.header.typ' is not 'JWT'"
            : _token.Find("payload")?.TextOf("iss") is null ? "'token.payload' has no 'iss'"
            : _token.Find("payload")?.TextOf("jti") is not (null or "${random}") ? "'token.payload.jti' is not '${random}'"
            : _token.TextOf("signing_key") is null ? "'token.signing_key' is missing"
            : !long.TryParse(_token.TextOf("expires_in_ms"), NumberStyles.None, CultureInfo.InvariantCulture, out long time) || time == 0 || time % 1000 != 0 ? "'token.expires_in_ms' is no number of seconds"
            : null;
    }

    public ProviderMethod? Read()
    {
        if (urls.Read(entry.Find("token_url"), "token_url") is not { } url || Value(_token, "signing_key") is not { } key || Value(_token?.Find("payload"), "iss") is not { } issuer)
        {
            return null;
        }

        DocumentPlace payload = _token!.Find("payload")!;
        DocumentPlace header = _token.Find("header")!;
        DefinitionValue.Mapping claims = DefinitionValue.Mapping.Empty;
        foreach (DocumentPlace claim in payload.Members.Where(m => m.Token is not ("iss" or "sub" or "aud" or "jti")))
        {
            claims = claims.With(claim.Token, values.Value(claim) is { } value ? value : null);
        }

        long seconds = long.Parse(_token.TextOf("expires_in_ms")!, CultureInfo.InvariantCulture) / 1000;
        DefinitionValue.Mapping app = DefinitionValue.Mapping.Empty;
        foreach (DocumentPlace sent in entry.Members("token_params").Where(p => p.Token is "client_id" or "client_secret"))
        {
            app = app.With(sent.Token == "client_id" ? "clientId" : "clientSecret", values.Value(sent) is { } value ? value : null);
        }

        return new ProviderMethod("oauth", "oauth2.jwtBearer", DefinitionValue.Mapping.Empty
            .With("token", DefinitionValue.Mapping.Empty.With("url", url.Text).With("parameters", url.Query.IsEmpty ? null : url.Query))
            .With("app", app.IsEmpty ? null : app)
            .With("assertion", DefinitionValue.Mapping.Empty
                .With("key", key)
                .WithText("algorithm", header.TextOf("alg"))
                .With("keyId", Value(header, "kid"))
                .With("issuer", issuer)
                .With("subject", Value(payload, "sub"))
                .With("audience", Value(payload, "aud"))
                .WithText("lifetime", seconds.ToString(CultureInfo.InvariantCulture) + "s")
                .With("claims", claims.IsEmpty ? null : claims)), HasToken: true);
    }

    private DefinitionValue? Value(DocumentPlace? owner, string key) => owner?.Find(key) is { } place && values.Value(place) is { } text ? text : null;

    private IEnumerable<string> Names(string section) => _token?.Find(section)?.Members.Select(m => m.Token) ?? [];

    private static string? Unknown(IEnumerable<string> names, params string[] known) => names.FirstOrDefault(n => !known.Contains(n));
}
