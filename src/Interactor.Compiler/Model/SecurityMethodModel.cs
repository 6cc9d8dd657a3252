using Interactor.Compiler.Expressions;

namespace Interactor.Compiler.Model;

/// <summary>One way to authenticate.</summary>
public sealed record SecurityMethodModel
{
    public required string Id { get; init; }

    public required SecurityKind Kind { get; init; }

    /// <summary>What is added to each request.</summary>
    public required EquatableArray<ParameterModel> Apply { get; init; }

    /// <summary>What is added to the body of each request.</summary>
    public EquatableArray<NamedExpression> ApplyToBody { get; init; }

    /// <summary>The scripts that <see cref="Apply"/> and <see cref="ApplyToBody"/> call.</summary>
    public EquatableArray<ScriptCallModel> ApplyCalls { get; init; }

    /// <summary>How each request is signed, for <see cref="SecurityKind.Custom"/>.</summary>
    public RequestSignatureModel? Signature { get; init; }

    public OAuthModel? OAuth { get; init; }

    public SessionModel? Session { get; init; }

    public OAuth1Model? OAuth1 { get; init; }

    public SigV4Model? SigV4 { get; init; }

    public DigestModel? Digest { get; init; }

    /// <summary>What the account proves itself by while a connection is made.</summary>
    public CertificateModel? Certificate { get; init; }

    /// <summary>What the client signs, for <see cref="SecurityKind.Jwt"/>.</summary>
    public AssertionModel? Assertion { get; init; }

    /// <summary>The tokens beside the main one.</summary>
    public EquatableArray<NamedTokenModel> NamedTokens { get; init; }

    /// <summary>True when a response means that the credential expired; null leaves it to status 401.</summary>
    public TypedExpression? Expired { get; init; }

    public EquatableArray<ConnectStepModel> Connect { get; init; }

    public VerifyModel? Verify { get; init; }

    public RequestModel? Disconnect { get; init; }

    /// <summary>Servers that this method replaces.</summary>
    public EquatableArray<ServerModel> Servers { get; init; }
}

public enum SecurityKind
{
    None,
    ApiKey,
    Basic,
    Bearer,
    OAuth2Code,
    OAuth2ClientCredentials,
    Session,
    OAuth2Password,
    OAuth2JwtBearer,
    OAuth2Saml2,
    Jwt,
    OAuth1,
    AppInstallation,
    SigV4,
    OAuth2Device,
    Digest,
    Custom,
}

/// <summary>What is added to a request once it is written, and the scripts that it takes.</summary>
public sealed record RequestSignatureModel(EquatableArray<ParameterModel> Parameters, EquatableArray<ScriptCallModel> Calls);

/// <summary>A client certificate with those above it, and its private key.</summary>
public sealed record CertificateModel(TypedExpression Chain, TypedExpression Key);

/// <summary>The user name and the password of HTTP Digest authentication (RFC 7616).</summary>
public sealed record DigestModel(TypedExpression Username, TypedExpression Password);

/// <summary>The keys and the scope of AWS Signature Version 4.</summary>
public sealed record SigV4Model(
    TypedExpression AccessKeyId, TypedExpression SecretAccessKey, TypedExpression? SessionToken, TypedExpression Region, TypedExpression Service);

public enum OAuth1SignatureMethod
{
    HmacSha1,
    HmacSha256,
    RsaSha1,
    Plaintext,
}

/// <summary>The client, the token and the endpoints of OAuth 1.0 (RFC 5849).</summary>
public sealed record OAuth1Model
{
    public required TypedExpression ClientId { get; init; }

    public TypedExpression? ClientSecret { get; init; }

    public TypedExpression? PrivateKey { get; init; }

    public OAuth1SignatureMethod Signature { get; init; }

    public TypedExpression? Realm { get; init; }

    /// <summary>A token that the user has; null with endpoints that give one.</summary>
    public TypedExpression? Token { get; init; }

    public TypedExpression? TokenSecret { get; init; }

    public TypedExpression? RequestUrl { get; init; }

    public EquatableArray<NamedExpression> RequestParameters { get; init; }

    public TypedExpression? AuthorizeUrl { get; init; }

    public EquatableArray<NamedExpression> AuthorizeParameters { get; init; }

    public TypedExpression? TokenUrl { get; init; }
}

public enum ClientAuthentication
{
    Body,
    Header,
    PrivateKeyJwt,
    TlsClientAuth,
}

/// <summary>A JWT that the client signs (RFC 7519).</summary>
public sealed record AssertionModel
{
    public required TypedExpression Key { get; init; }

    public required string Algorithm { get; init; }

    public TypedExpression? KeyId { get; init; }

    public TypedExpression? Issuer { get; init; }

    public TypedExpression? Subject { get; init; }

    public TypedExpression? Audience { get; init; }

    public required long LifetimeMilliseconds { get; init; }

    /// <summary>The claim that carries the scopes; null where the token request carries them.</summary>
    public string? ScopeClaim { get; init; }

    /// <summary>An object with further claims.</summary>
    public TemplateModel? Claims { get; init; }
}

/// <summary>The OAuth 2 settings of a method (RFC 6749).</summary>
public sealed record OAuthModel
{
    public TypedExpression? AuthorizeUrl { get; init; }

    public EquatableArray<NamedExpression> AuthorizeParameters { get; init; }

    public bool Pkce { get; init; }

    public TypedExpression? DeviceUrl { get; init; }

    public EquatableArray<NamedExpression> DeviceParameters { get; init; }

    public required TypedExpression TokenUrl { get; init; }

    public TypedExpression? RefreshUrl { get; init; }

    public EquatableArray<NamedExpression> RefreshParameters { get; init; }

    public EquatableArray<NamedExpression> TokenParameters { get; init; }

    public EquatableArray<NamedExpression> TokenHeaders { get; init; }

    /// <summary>Token requests send a JSON object in place of a form.</summary>
    public bool SendsJson { get; init; }

    /// <summary>What the answer says elsewhere than RFC 6749 has it.</summary>
    public TokenAnswerModel? Answer { get; init; }

    /// <summary>True when an answer of the token endpoint means that the grant is gone.</summary>
    public TypedExpression? Revoked { get; init; }

    public TypedExpression? IntrospectUrl { get; init; }

    public TypedExpression? RevokeUrl { get; init; }

    /// <summary>Null where the grant says enough.</summary>
    public TypedExpression? ClientId { get; init; }

    public TypedExpression? ClientSecret { get; init; }

    public AssertionModel? ClientAssertion { get; init; }

    public ClientAuthentication ClientAuthentication { get; init; }

    /// <summary>What the grant itself sends: a user name and a password, or an assertion.</summary>
    public EquatableArray<NamedExpression> GrantParameters { get; init; }

    public AssertionModel? GrantAssertion { get; init; }

    public EquatableArray<string> Scopes { get; init; }

    public required string ScopeSeparator { get; init; }

    public EquatableArray<IncludedScopesModel> ScopeIncludes { get; init; }
}

/// <summary>Where an answer that gives a token says what.</summary>
/// <param name="ExpiresIn">Seconds.</param>
/// <param name="ExpiresAt">A time, or seconds or milliseconds since 1970.</param>
public sealed record TokenAnswerModel(TypedExpression? Value, TypedExpression? Refresh, TypedExpression? ExpiresIn, TypedExpression? ExpiresAt, TypedExpression? Scopes);

/// <summary>A token beside the main one.</summary>
public sealed record NamedTokenModel(string Name, TokenAnswerModel Answer)
{
    /// <summary>How it is refreshed by itself.</summary>
    public NamedTokenRefreshModel? Renew { get; init; }

    /// <summary>What gives it, where the answer to the main token's request does not.</summary>
    public RequestModel? Request { get; init; }
}

/// <summary>How the refresh token of a named token gives the next one.</summary>
/// <param name="Url">Null for where the main token is refreshed.</param>
/// <param name="Answer">Null where the answer says all as RFC 6749 has it.</param>
public sealed record NamedTokenRefreshModel(TypedExpression? Url, EquatableArray<NamedExpression> Parameters, TokenAnswerModel? Answer);

/// <summary>What a scope allows beside itself.</summary>
public sealed record IncludedScopesModel(string Scope, EquatableArray<string> Included);

/// <summary>The request that gives a token, and what its answer says about it.</summary>
/// <param name="ExpiresIn">Seconds.</param>
/// <param name="ExpiresAt">A time, or seconds or milliseconds since 1970.</param>
public sealed record SessionModel(RequestModel Request, TypedExpression Token, TypedExpression? ExpiresIn, TypedExpression? ExpiresAt)
{
    /// <summary>What the request proves itself by.</summary>
    public AssertionModel? Assertion { get; init; }
}

/// <summary>A name of the wire and the value to send.</summary>
public sealed record NamedExpression(string Name, TypedExpression Value);

/// <summary>A request made once when an account is connected, whose answer gives facts.</summary>
public sealed record ConnectStepModel(RequestModel Request, EquatableArray<NamedExpression> Facts);

/// <summary>The request that proves a credential and names the account behind it.</summary>
/// <param name="IdentityId">Null where the provider does not say whose the credential is.</param>
public sealed record VerifyModel(RequestModel Request, TypedExpression? IdentityId, TypedExpression? IdentityLabel);
