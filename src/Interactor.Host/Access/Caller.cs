using Interactor.Host.People;
using Interactor.Host.Workspace;
using Microsoft.AspNetCore.Http;

namespace Interactor.Host.Access;

/// <summary>Who makes a request to a managing endpoint.</summary>
internal abstract record Caller
{
    /// <summary>The caller of a request that was let through.</summary>
    public static Caller Of(HttpContext context) => context.Features.GetRequiredFeature<Caller>();

    /// <summary>The organization whose key a request has; null for a person.</summary>
    public static string? OrganizationOf(HttpContext context) => Of(context) is WithKey({ } environment, _) ? environment.Organization : null;

    /// <summary>The person of a request that only people may make.</summary>
    public static Person PersonOf(HttpContext context) => context.Features.GetRequiredFeature<Person>();

    /// <summary>Somebody who signed in.</summary>
    public sealed record SignedIn(Person Person) : Caller;

    /// <summary>Whoever has the key of an environment.</summary>
    public sealed record WithKey(HostEnvironment Environment, string KeyId) : Caller;
}
