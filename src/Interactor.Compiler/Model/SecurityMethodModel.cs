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

    public OAuthModel? OAuth { get; init; }

    public SessionModel? Session { get; init; }

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
}

/// <summary>The OAuth 2 settings of a method (RFC 6749).</summary>
public sealed record OAuthModel
{
    public TypedExpression? AuthorizeUrl { get; init; }

    public EquatableArray<NamedExpression> AuthorizeParameters { get; init; }

    public bool Pkce { get; init; }

    public required TypedExpression TokenUrl { get; init; }

    public TypedExpression? RefreshUrl { get; init; }

    public EquatableArray<NamedExpression> TokenParameters { get; init; }

    public EquatableArray<NamedExpression> TokenHeaders { get; init; }

    public required TypedExpression ClientId { get; init; }

    public TypedExpression? ClientSecret { get; init; }

    public bool ClientAuthenticationInHeader { get; init; }

    public EquatableArray<string> Scopes { get; init; }

    public required string ScopeSeparator { get; init; }
}

/// <summary>The request that gives a token, and what its answer says about it.</summary>
/// <param name="ExpiresIn">Seconds.</param>
public sealed record SessionModel(RequestModel Request, TypedExpression Token, TypedExpression? ExpiresIn);

/// <summary>A name of the wire and the value to send.</summary>
public sealed record NamedExpression(string Name, TypedExpression Value);

/// <summary>A request made once when an account is connected, whose answer gives facts.</summary>
public sealed record ConnectStepModel(RequestModel Request, EquatableArray<NamedExpression> Facts);

/// <summary>The request that proves a credential and names the account behind it.</summary>
/// <param name="IdentityId">Null where the provider does not say whose the credential is.</param>
public sealed record VerifyModel(RequestModel Request, TypedExpression? IdentityId, TypedExpression? IdentityLabel);
