using Interactor.Host.People;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Interactor.Host.Access;

/// <summary>Says of endpoints who may call them.</summary>
internal static class AccessRoutes
{
    /// <summary>Lets people of a role call it.</summary>
    public static RouteHandlerBuilder For(this RouteHandlerBuilder route, Role least) => route.WithMetadata(new AccessRule(least, TakesKey: false));

    /// <summary>Lets people of a role call it, and whoever has the key of the environment that it is about.</summary>
    public static RouteHandlerBuilder ForKeysAnd(this RouteHandlerBuilder route, Role least) => route.WithMetadata(new AccessRule(least, TakesKey: true));

    /// <summary>Names an endpoint in the document of the API.</summary>
    public static RouteHandlerBuilder Named(this RouteHandlerBuilder route, string name, string summary) => route.WithName(name).WithSummary(summary);
}
