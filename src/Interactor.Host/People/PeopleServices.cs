using Interactor.Host.Access;
using Interactor.Host.Audit;
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
}
