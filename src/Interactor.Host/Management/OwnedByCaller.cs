using Interactor.Host.Access;
using Interactor.Host.Api;
using Microsoft.AspNetCore.Http;

namespace Interactor.Host.Management;

/// <summary>Keeps the key of an environment to the connectors of its organization. To it, those of others do not exist.</summary>
internal static class OwnedByCaller
{
    /// <exception cref="RefusalException">The owner is another organization than that of the caller's key.</exception>
    public static void Check(HttpContext context, string owner)
    {
        if (Caller.Of(context) is Caller.WithKey({ } environment, _) && environment.Organization != owner)
        {
            throw Unknown(owner);
        }
    }

    /// <summary>Says that there is no such organization.</summary>
    public static RefusalException Unknown(string owner) => RefusalException.NotFound($"There is no organization '{owner}'.");
}
