using Interactor.Host.Access;
using Interactor.Host.Workspace;
using Interactor.Runtime;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Interactor.Host.Api;

/// <summary>
/// Lets requests through that have the key of an environment, which is the environment that they act in: in <c>x-api-key</c>, or as a bearer token (RFC 6750), which is what
/// clients know that were not written for this API.
/// </summary>
internal sealed class EnvironmentAccess(EnvironmentStore environments, EnvironmentRates rates, TimeProvider time) : IEndpointFilter
{
    public const string Header = "x-api-key";
    private const string Scheme = "Bearer ";

    /// <summary>The environment of a request that was let through.</summary>
    public static HostEnvironment Of(HttpContext context) => context.Features.GetRequiredFeature<HostEnvironment>();

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        HttpContext http = context.HttpContext;
        (HostEnvironment? environment, string? keyId, Refusal? refusal) = await FindAsync(http, environments).ConfigureAwait(false);
        if (environment is null)
        {
            await RefusalWriter.WriteAsync(http, refusal!, NewId.Of(time)).ConfigureAwait(false);
            return Results.Empty;
        }

        rates.Check(environment.Id);
        http.Features.Set(environment);
        http.Features.Set<Caller>(new Caller.WithKey(environment, keyId!));
        return await next(context).ConfigureAwait(false);
    }

    /// <summary>The environment whose key a request has, and the id of that key; otherwise why it has none.</summary>
    public static async Task<(HostEnvironment? Environment, string? KeyId, Refusal? Refusal)> FindAsync(HttpContext context, EnvironmentStore environments)
    {
        StringValues given = KeyOf(context.Request.Headers);
        ApiKey? key = given.Count == 1 ? ApiKey.Parse(given[0]) : null;
        HostEnvironment? environment = key is null ? null : await environments.FindByKeyAsync(key, context.RequestAborted).ConfigureAwait(false);
        return environment is null ? (null, null, Problem(given)) : (environment, key!.Id, null);
    }

    private static StringValues KeyOf(IHeaderDictionary headers) =>
        headers[Header] is { Count: > 0 } own ? own
        : headers.Authorization is [{ } bearer] && bearer.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? bearer[Scheme.Length..].Trim()
        : StringValues.Empty;

    private static Refusal Problem(StringValues given) => new(
        401,
        given.Count switch
        {
            0 => $"The header '{Header}' with the key of an environment is missing.",
            1 => $"The header '{Header}' has no key of an environment, or one that was replaced.",
            _ => $"The header '{Header}' is there more than once.",
        },
        ErrorCode.AuthDenied);
}
