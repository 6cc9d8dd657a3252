using Microsoft.AspNetCore.Http;

namespace Interactor.Host.Api;

/// <summary>A parameter of a query that is <c>true</c> or <c>false</c>.</summary>
internal static class QueryFlag
{
    /// <summary>Whether it is <c>true</c>; a query without it means <c>false</c>.</summary>
    /// <exception cref="RefusalException">It is something else.</exception>
    public static bool Of(IQueryCollection query, string name) => query[name].ToString() switch
    {
        "true" => true,
        "false" or "" => false,
        _ => throw new RefusalException(Refusal.Invalid($"The parameter '{name}' is true or false.")),
    };
}
