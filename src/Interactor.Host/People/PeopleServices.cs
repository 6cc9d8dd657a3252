using Interactor.Host.Access;
using Interactor.Host.Api;
using Interactor.Host.Audit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Interactor.Host.People;

/// <summary>Registers what people sign in with.</summary>
internal static class PeopleServices
{
    public static IServiceCollection AddPeople(this IServiceCollection services, HostSettings settings)
    {
        services.AddPersonCookie().AddOpenIdConnectSignIn(settings);
        return services
            .AddAntiforgery(static options =>
            {
                options.HeaderName = AccessGuard.AntiforgeryHeader;
                options.Cookie.Name = "interactor-csrf";
                options.Cookie.Path = "/";
                options.Cookie.HttpOnly = true;
                options.Cookie.SameSite = SameSiteMode.Strict;
                options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                options.SuppressXFrameOptionsHeader = true;
            })
            .AddPublicRates(settings)
            .AddSingleton<EnvironmentRates>()
            .AddSingleton<AuditLog>()
            .AddSingleton<Passwords>()
            .AddSingleton<PersonStore>()
            .AddSingleton<PersonLinks>()
            .AddSingleton<Joining>()
            .AddSingleton<SignInGuard>();
    }

    /// <summary>
    /// Reads the cookies of people, and answers what comes back from OpenID Connect. Requests with the key of an environment, which are most, bring no cookie that
    /// counts.
    /// </summary>
    public static void UsePeople(this IApplicationBuilder application)
    {
        // A web application puts the middleware before all others unless it hears that it is there.
        application.Properties["__AuthenticationMiddlewareSet"] = true;
        application.UseWhen(static context => !context.Request.Headers.ContainsKey(EnvironmentAccess.Header), static people => people.UseAuthentication());
    }
}
