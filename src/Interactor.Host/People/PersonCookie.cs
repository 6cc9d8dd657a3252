using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Interactor.Host.People;

/// <summary>The cookie of somebody who signed in. It is encrypted with the key ring, and good as long as the person's stamp is the one in it.</summary>
internal static class PersonCookie
{
    /// <summary>The name of the scheme, and of the cookie.</summary>
    public const string Scheme = "interactor-session";

    /// <summary>How long a session lives that is not used.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    private const string StampClaim = "stamp";

    public static AuthenticationBuilder AddPersonCookie(this IServiceCollection services) => services.AddAuthentication().AddCookie(Scheme, options =>
    {
        options.Cookie.Name = Scheme;
        options.Cookie.Path = "/";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = Lifetime;
        options.SlidingExpiration = true;
        options.Events.OnValidatePrincipal = ValidateAsync;
    });

    /// <summary>What a cookie says of a person.</summary>
    public static ClaimsPrincipal PrincipalOf(Person person) =>
        new(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, person.Id), new Claim(StampClaim, person.Stamp)], Scheme));

    /// <summary>Begins a session.</summary>
    public static Task BeginAsync(HttpContext context, Person person)
    {
        ClaimsPrincipal principal = PrincipalOf(person);
        context.User = principal;
        return context.SignInAsync(Scheme, principal);
    }

    /// <summary>The person of a request's cookie; null where it has none that is good.</summary>
    public static async Task<Person?> FindAsync(HttpContext context)
    {
        AuthenticateResult result = await context.AuthenticateAsync(Scheme).ConfigureAwait(false);
        if (!result.Succeeded)
        {
            return null;
        }

        context.User = result.Principal;
        return context.Features.Get<Person>();
    }

    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        string id = context.Principal?.FindFirstValue(ClaimTypes.NameIdentifier) ?? "";
        string stamp = context.Principal?.FindFirstValue(StampClaim) ?? "";
        PersonStore people = context.HttpContext.RequestServices.GetRequiredService<PersonStore>();
        if (await people.FindAsync(id, context.HttpContext.RequestAborted).ConfigureAwait(false) is { } person
            && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(stamp), Encoding.UTF8.GetBytes(person.Stamp)))
        {
            context.HttpContext.Features.Set(person);
        }
        else
        {
            context.RejectPrincipal();
        }
    }
}
