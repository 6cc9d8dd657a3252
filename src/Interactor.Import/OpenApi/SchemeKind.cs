namespace Interactor.Import.OpenApi;

/// <summary>The credentials that a security scheme can come to, the strongest first.</summary>
internal enum SchemeKind
{
    OAuthCode,
    OAuthClientCredentials,
    Bearer,
    Basic,
    ApiKey,
    None,
}
