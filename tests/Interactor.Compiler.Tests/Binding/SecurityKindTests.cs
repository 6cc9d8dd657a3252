using Interactor.Compiler.Binding;
using Interactor.Compiler.Tests.Harness;

namespace Interactor.Compiler.Tests;

/// <summary>What each security kind asks of its definition, and where it says so.</summary>
public sealed class SecurityKindTests
{
    private const string Token = "token: { url: https://id.example.com/token }";

    [Theory]
    [InlineData("kind: apiKey, in: body, name: 'a key', value: k")]
    [InlineData("kind: oauth2.password, " + Token + ", username: u, password: p")]
    [InlineData("kind: oauth2.password, " + Token + ", app: { clientId: c, clientSecret: s }, username: u, password: p, refresh: { url: https://id.example.com/refresh }")]
    [InlineData("kind: oauth2.jwtBearer, " + Token + ", assertion: { key: k, issuer: i, algorithm: ES512, scopeClaim: scope, claims: { n: 1 } }")]
    [InlineData("kind: oauth2.saml2, " + Token + ", assertion: a")]
    [InlineData("kind: oauth2.clientCredentials, token: { url: https://id.example.com/token, authentication: private_key_jwt }, app: { clientId: c, assertion: { key: k } }")]
    [InlineData("kind: oauth2.clientCredentials, token: { url: https://id.example.com/token, authentication: tls_client_auth }, app: { clientId: c }, certificate: { chain: c, key: k }")]
    [InlineData("kind: oauth2.clientCredentials, token: { url: https://id.example.com/token, authentication: self_signed_tls_client_auth }, app: { clientId: c }, certificate: { chain: c, key: k }")]
    [InlineData("kind: none, certificate: { chain: c, key: k }")]
    [InlineData("kind: jwt, assertion: { key: k }")]
    [InlineData("kind: appInstallation, assertion: { key: k, issuer: i }, request: { method: POST, url: https://id.example.com/t }, token: { value: '${response.body.token}', expiresAt: '${response.body.end}' }")]
    [InlineData("kind: sigv4, accessKeyId: a, secretAccessKey: s, region: r, service: s")]
    [InlineData("kind: oauth2.device, device: { url: https://id.example.com/device }, app: { clientId: c }, " + Token)]
    [InlineData("kind: digest, username: u, password: p")]
    [InlineData("kind: oauth1, app: { clientId: c, clientSecret: s }")]
    [InlineData("kind: oauth1, signature: RSA-SHA1, app: { clientId: c, privateKey: p }, token: { value: v, secret: s }")]
    [InlineData("kind: oauth1, app: { clientId: c, clientSecret: s }, request: { url: https://id.example.com/r }, authorize: { url: https://id.example.com/a, parameters: { x: y } }, " + Token)]
    [InlineData("kind: oauth2.clientCredentials, token: { url: https://id.example.com/token, body: json, value: '${response.body.data.token}', refresh: r, expiresIn: 60, scopes: a }, app: { clientId: c }")]
    [InlineData("kind: oauth2.password, " + Token + ", tokens: { user: { value: '${response.body.user}', expiresAt: '${response.body.end}' } }, apply: { headers: { X-User: '${token.user.value}' } }, username: u, password: p")]
    [InlineData("kind: oauth2.password, " + Token + ", scopeIncludes: { repo: [read, write], all: repo }, disconnect: { revoke: { url: https://id.example.com/revoke } }, username: u, password: p")]
    [InlineData("kind: session, request: { url: https://id.example.com/t }, token: { value: v }, tokens: { csrf: { value: \"${response.headers['x-csrf']}\" } }")]
    [InlineData("kind: session, request: { url: https://id.example.com/t }, token: { value: v, expiresIn: 30m }")]
    [InlineData("kind: oauth2.password, token: { url: https://id.example.com/token, revoked: { when: \"${response.body.error == 'gone'}\" }, introspect: { url: https://id.example.com/i } }, username: u, password: p")]
    [InlineData("kind: oauth2.password, " + Token + ", tokens: { user: { value: v, refresh: r, renew: { url: https://id.example.com/u, parameters: { a: b }, value: v, expiresIn: 60 } } }, username: u, password: p")]
    [InlineData("kind: session, request: { url: https://id.example.com/t }, token: { value: v }, tokens: { page: { value: v, request: { url: https://id.example.com/p, headers: { Authorization: '${token.main.value}' } } } }")]
    [InlineData("kind: custom, apply: { headers: { X-Key: '${variables.k}' }, query: { a: b }, cookies: { c: d }, body: { e: f } }")]
    [InlineData("kind: custom, sign: { headers: { X-Signature: \"${hex(hmac('sha256', variables.k, request.method + request.path + request.query + request.url + request.body + request.host))}\" }, query: { t: '${string(env.now)}' } }")]
    [InlineData("kind: custom, request: { url: https://id.example.com/t }, token: { value: v, expiresIn: 60 }, tokens: { b: { value: w } }, apply: { headers: { X: '${token.main.value}', Y: '${token.b.value}' } }")]
    public void A_whole_definition_is_clean(string method) => Assert.Empty(Findings(method));

    [Theory]
    [InlineData("kind: apiKey, in: boddy, name: a, value: k", "INTC1206 'boddy'")]
    [InlineData("kind: custom", "INTC1242")]
    [InlineData("kind: custom, apply: { headers: { X: '${request.path}' } }", "INTC1110 'request'")]
    [InlineData("kind: custom, sign: { headers: { X: '${request.paht}' } }", "INTC1111 'paht'")]
    [InlineData("kind: custom, sign: { cookies: { X: a } }", "INTC1201 'cookies'")]
    [InlineData("kind: custom, sign: { headers: { Host: a } }", "INTC1409 'Host'")]
    [InlineData("kind: custom, apply: { headers: { X: a } }, token: { value: v }", "INTC1202 'request'")]
    [InlineData("kind: custom, apply: { headers: { X: a } }, request: { url: https://evil.example.org/t }, token: { value: v }", "INTC1211 'evil.example.org'")]
    [InlineData("kind: custom, apply: { headers: { X: a } }, tokens: { b: { value: v } }", "INTC1414 'tokens'")]
    [InlineData("kind: custom, apply: { headers: { X: a } }, connect: [{ request: { url: 'https://id.example.com/${variables.k}' }, facts: { a: b } }]", "INTC1407")]
    [InlineData("kind: apiKey, in: header, name: X, value: k, sign: { headers: { X: a } }", "INTC1201 'sign'")]
    [InlineData("kind: none, certificate: { chain: c }", "INTC1202 'key'")]
    [InlineData("kind: none, certificate: { chain: c, key: k, kee: k }", "INTC1201 'kee'")]
    [InlineData("kind: none, certificat: { chain: c, key: k }", "INTC1201 'certificate'")]
    [InlineData("kind: oauth2.clientCredentials, token: { url: https://id.example.com/token, authentication: tls_client_auth }, app: { clientId: c }", "INTC1240 'certificate'")]
    [InlineData("kind: oauth2.clientCredentials, token: { url: https://id.example.com/token, authentication: tls_client_auth }, app: { clientId: c, clientSecret: s }, certificate: { chain: c, key: k }", "INTC1414 'clientSecret'")]
    [InlineData("kind: oauth2.password, " + Token + ", username: u", "INTC1202 'password'")]
    [InlineData("kind: oauth2.password, username: u, password: p", "INTC1202 'token'")]
    [InlineData("kind: oauth2.password, " + Token + ", app: { clientSecret: s }, username: u, password: p", "INTC1202 'clientId'")]
    [InlineData("kind: oauth2.jwtBearer, " + Token, "INTC1202 'assertion'")]
    [InlineData("kind: oauth2.jwtBearer, " + Token + ", assertion: { key: k }", "INTC1202 'issuer'")]
    [InlineData("kind: oauth2.jwtBearer, " + Token + ", assertion: { issuer: i }", "INTC1202 'key'")]
    [InlineData("kind: oauth2.jwtBearer, " + Token + ", assertion: { key: k, issuer: i, algorithm: none }", "INTC1206 'none'")]
    [InlineData("kind: oauth2.jwtBearer, " + Token + ", assertion: { key: k, issuer: i, lifetime: 1 }", "INTC1208 '1'")]
    [InlineData("kind: oauth2.jwtBearer, " + Token + ", assertion: { key: k, issuer: i, claims: [1] }", "INTC1203 'claims'")]
    [InlineData("kind: oauth2.jwtBearer, " + Token + ", assertion: { key: k, issuer: i, isuer: j }", "INTC1201 'isuer'")]
    [InlineData("kind: oauth2.saml2, " + Token + ", assertion: { key: k }", "INTC1203 'assertion'")]
    [InlineData("kind: oauth2.clientCredentials, token: { url: https://id.example.com/token, authentication: private_key_jwt }, app: { clientId: c }", "INTC1202 'assertion'")]
    [InlineData("kind: oauth2.clientCredentials, " + Token + ", app: { clientId: c, assertion: { key: k } }", "INTC1414 'assertion'")]
    [InlineData("kind: oauth2.password, token: { url: https://id.example.com/token, authentication: private_key_jwt }, username: u, password: p", "INTC1202 'app'")]
    [InlineData("kind: jwt, assertion: { key: k, scopeClaim: s }", "INTC1201 'scopeClaim'")]
    [InlineData("kind: jwt, assertion: { key: '${variables.k}', keyId: '${variables.none}' }", "INTC1111 'none'")]
    [InlineData("kind: appInstallation, assertion: { key: k }, request: { url: https://id.example.com/t }, token: { value: v }", "INTC1202 'issuer'")]
    [InlineData("kind: appInstallation, assertion: { key: k, issuer: i }, request: { url: https://id.example.com/t }, token: { expiresAt: v }", "INTC1202 'value'")]
    [InlineData("kind: appInstallation, request: { url: https://id.example.com/t }, token: { value: v }", "INTC1202 'assertion'")]
    [InlineData("kind: sigv4, accessKeyId: a, secretAccessKey: s, service: s", "INTC1202 'region'")]
    [InlineData("kind: sigv4, accessKeyId: a, region: r, service: s", "INTC1202 'secretAccessKey'")]
    [InlineData("kind: oauth2.device, app: { clientId: c }, " + Token, "INTC1202 'device'")]
    [InlineData("kind: oauth2.device, device: { url: https://evil.example.org/device }, app: { clientId: c }, " + Token, "INTC1211 'evil.example.org'")]
    [InlineData("kind: oauth2.device, device: { url: https://id.example.com/device }, " + Token, "INTC1202 'app'")]
    [InlineData("kind: digest, username: u", "INTC1202 'password'")]
    [InlineData("kind: oauth1, signature: HMAC-MD5, app: { clientId: c, clientSecret: s }", "INTC1206 'HMAC-MD5'")]
    [InlineData("kind: oauth1, signature: RSA-SHA1, app: { clientId: c }", "INTC1202 'privateKey'")]
    [InlineData("kind: oauth1, app: { clientId: c }", "INTC1202 'clientSecret'")]
    [InlineData("kind: oauth1, app: { clientId: c, clientSecret: s }, token: { value: v }", "INTC1202 'secret'")]
    [InlineData("kind: oauth1, app: { clientId: c, clientSecret: s }, authorize: { url: https://id.example.com/a }, " + Token, "INTC1202 'request'")]
    [InlineData("kind: oauth1, realm: '${variables.k}', app: { clientId: c, clientSecret: s }", "INTC1407")]
    [InlineData("kind: oauth2.saml2, token: { url: 'https://id.example.com/${variables.k}' }, assertion: a", "INTC1407")]
    [InlineData("kind: oauth2.saml2, token: { url: https://id.example.com/token, body: yaml }, assertion: a", "INTC1206 'yaml'")]
    [InlineData("kind: oauth2.saml2, token: { url: https://id.example.com/token, value: '${respons.body}' }, assertion: a", "INTC1110 'respons'")]
    [InlineData("kind: oauth2.saml2, " + Token + ", assertion: a, tokens: { main: { value: v } }", "INTC1218 'main'")]
    [InlineData("kind: oauth2.saml2, " + Token + ", assertion: a, tokens: { user: { refresh: r } }", "INTC1202 'value'")]
    [InlineData("kind: oauth2.saml2, " + Token + ", assertion: a, apply: { headers: { A: '${token.user.value}' } }", "INTC1111 'user'")]
    [InlineData("kind: bearer, token: t, tokens: { user: { value: v } }", "INTC1414 'tokens'")]
    [InlineData("kind: oauth2.saml2, " + Token + ", assertion: a, disconnect: { revoke: { url: https://evil.example.org/revoke } }", "INTC1211 'evil.example.org'")]
    [InlineData("kind: oauth2.saml2, " + Token + ", assertion: a, disconnect: { revoke: {} }", "INTC1202 'url'")]
    [InlineData("kind: oauth2.saml2, " + Token + ", assertion: a, disconnect: {}", "INTC1202 'request'")]
    [InlineData("kind: oauth2.saml2, " + Token + ", assertion: a, disconnect: { revoke: { url: https://id.example.com/r }, request: { url: https://id.example.com/s } }", "INTC1414 'request'")]
    [InlineData("kind: bearer, token: t, disconnect: { revoke: { url: https://id.example.com/r } }", "INTC1414 'revoke'")]
    [InlineData("kind: oauth2.saml2, " + Token + ", assertion: a, scopeIncludes: [repo]", "INTC1203 'scopeIncludes'")]
    [InlineData("kind: session, request: { url: https://id.example.com/t }, token: { value: v, expiresIn: soon }", "INTC1208 'soon'")]
    [InlineData("kind: oauth2.saml2, token: { url: https://id.example.com/token, expiresIn: -60 }, assertion: a", "INTC1208 '-60'")]
    [InlineData("kind: oauth2.saml2, token: { url: https://id.example.com/token, revoked: {} }, assertion: a", "INTC1202 'when'")]
    [InlineData("kind: oauth2.saml2, token: { url: https://id.example.com/token, revoked: { when: \"${variables.k == ''}\" } }, assertion: a", "INTC1110 'variables'")]
    [InlineData("kind: oauth2.saml2, " + Token + ", expired: { when: \"${variables.k == ''}\" }, assertion: a", "INTC1110 'variables'")]
    [InlineData("kind: oauth2.saml2, token: { url: https://id.example.com/token, introspect: { url: https://evil.example.org/i } }, assertion: a", "INTC1211 'evil.example.org'")]
    [InlineData("kind: oauth2.saml2, " + Token + ", assertion: a, tokens: { user: { value: v, renew: {} } }", "INTC1414 'renew'")]
    [InlineData("kind: oauth2.saml2, " + Token + ", assertion: a, tokens: { user: { value: v, refresh: r, renew: { url: https://evil.example.org/i } } }", "INTC1211 'evil.example.org'")]
    [InlineData("kind: session, request: { url: https://id.example.com/t }, token: { value: v }, tokens: { user: { value: v, refresh: r, renew: {} } }", "INTC1414 'renew'")]
    [InlineData("kind: session, request: { url: https://id.example.com/t }, token: { value: v }, tokens: { user: { value: v, request: { url: https://evil.example.org/i } } }", "INTC1211 'evil.example.org'")]
    public void What_is_wrong_is_said_where_it_stands(string method, string finding)
    {
        string found = Assert.Single(Findings(method));
        Assert.All(finding.Split(' '), word => Assert.Contains(word, found, StringComparison.Ordinal));
    }

    // The id, then whatever the message quotes, then the place: every finding lies on the method's line.
    private static string[] Findings(string method)
    {
        string yaml = $$"""
            interactor: 1
            id: demo
            version: 1.0.0
            egress: [id.example.com]
            variables: { k: { secret: true } }
            security:
              method: { {{method}} }
            """;
        return
        [
            .. ConnectorBinder.Bind(Definition.Of(yaml), TestContext.Current.CancellationToken).Diagnostics.Select(d =>
            {
                Assert.StartsWith("connector.yaml(7,", d.Location.ToString(), StringComparison.Ordinal);
                return $"{d.Descriptor.Id} {string.Join(' ', d.Message.Split(' ').Where(w => w.StartsWith('\'')).Select(w => w[..(w.LastIndexOf('\'') + 1)]))}";
            }),
        ];
    }
}
