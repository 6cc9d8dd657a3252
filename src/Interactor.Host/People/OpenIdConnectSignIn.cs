using System.Security.Claims;
using Interactor.Host.Access;
using Interactor.Host.Api;
using Interactor.Host.Audit;
using Interactor.Runtime;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Interactor.Host.People;

/// <summary>Signing in at a provider of OpenID Connect, by the authorization code flow with PKCE (OpenID Connect Core 1.0, section 3.1; RFC 7636).</summary>
internal static class OpenIdConnectSignIn
{
    /// <summary>Where signing in begins.</summary>
    public const string StartPath = "/sign-in/openid";

    /// <summary>Where the provider sends people back to: what is registered there.</summary>
    public const string CallbackPath = StartPath + "/callback";

    private const string Scheme = "openid";
    private const string VerifiedClaim = "email_verified";

    public static AuthenticationBuilder AddOpenIdConnectSignIn(this AuthenticationBuilder authentication, HostSettings settings) => settings.OpenIdConnect is not { } provider
        ? authentication
        : authentication.AddOpenIdConnect(Scheme, options =>
        {
            options.Authority = provider.Issuer.AbsoluteUri;
            options.ClientId = provider.ClientId;
            options.ClientSecret = provider.ClientSecret;
            options.SignInScheme = PersonCookie.Scheme;
            options.CallbackPath = CallbackPath;
            options.ResponseType = OpenIdConnectResponseType.Code;
            options.ResponseMode = OpenIdConnectResponseMode.Query;
            options.MapInboundClaims = false;
            options.GetClaimsFromUserInfoEndpoint = true;
            options.DisableTelemetry = true;
            options.RequireHttpsMetadata = !(settings.IsDevelopment && provider.Issuer.IsLoopback);
            options.ClaimActions.MapUniqueJsonKey(VerifiedClaim, VerifiedClaim);
            options.Scope.Clear();
            options.Scope.Add("openid");
            options.Scope.Add("profile");
            options.Scope.Add("email");
            options.CorrelationCookie.SameSite = options.NonceCookie.SameSite = SameSiteMode.Lax;
            options.CorrelationCookie.SecurePolicy = options.NonceCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.Events.OnRedirectToIdentityProvider = static context =>
            {
                context.ProtocolMessage.RedirectUri = context.HttpContext.RequestServices.GetRequiredService<HostAddress>().Url + CallbackPath;
                return Task.CompletedTask;
            };
            options.Events.OnTicketReceived = context => ReceiveAsync(context, provider);
            options.Events.OnRemoteFailure = static async context =>
            {
                // The provider's own text may quote what was in its request.
                context.HandleResponse();
                await ProblemAsync(context.HttpContext, "Signing in was not completed. Go back and begin again.").ConfigureAwait(false);
            };
        });

    public static void MapOpenIdConnect(this IEndpointRouteBuilder routes, HostSettings settings)
    {
        if (settings.OpenIdConnect is not null)
        {
            routes.MapGet(StartPath, static () => Results.Challenge(new AuthenticationProperties { RedirectUri = "/" }, [Scheme]))
                .RequireRateLimiting(PublicRates.SignIn)
                .ExcludeFromDescription();
        }
    }

    private static async Task ReceiveAsync(TicketReceivedContext context, OpenIdConnectSettings provider)
    {
        HttpContext http = context.HttpContext;
        if (await PersonOfAsync(http, context.Principal, provider).ConfigureAwait(false) is not { } person)
        {
            context.HandleResponse();
            await http.RequestServices.GetRequiredService<AuditLog>().AddAsync(http, AuditAction.SignInFailed, null).ConfigureAwait(false);
            await ProblemAsync(http, "Your account at the provider does not open this host. Ask an administrator to invite you, with the e-mail address that the provider verified.").ConfigureAwait(false);
            return;
        }

        context.Principal = PersonCookie.PrincipalOf(person);

        // The tokens of the provider are not needed any more, and nothing that is not needed is kept in a cookie.
        context.Properties = new AuthenticationProperties { RedirectUri = context.Properties?.RedirectUri };
        await http.RequestServices.GetRequiredService<PersonStore>().SignedInAsync(person.Id, http.RequestAborted).ConfigureAwait(false);
        await http.RequestServices.GetRequiredService<AuditLog>().AddAsync(http, person, AuditAction.SignedIn, person.Id).ConfigureAwait(false);
    }

    private static async Task<Person?> PersonOfAsync(HttpContext context, ClaimsPrincipal? claims, OpenIdConnectSettings provider)
    {
        bool isVerified = provider.TrustsEmail || string.Equals(claims?.FindFirstValue(VerifiedClaim), "true", StringComparison.OrdinalIgnoreCase);
        if (!isVerified || EmailAddress.Read(claims?.FindFirstValue("email")) is not { } email)
        {
            return null;
        }

        PersonStore people = context.RequestServices.GetRequiredService<PersonStore>();
        if (await people.FindByEmailAsync(email, context.RequestAborted).ConfigureAwait(false) is { } known)
        {
            return known;
        }

        if (provider.DefaultRole is not { } role)
        {
            return null;
        }

        Person person = people.New(email, claims?.FindFirstValue("name") is { Length: > 0 and <= 100 } name ? name : email, role, passwordHash: null);
        if (await people.AddAsync(person, context.RequestAborted).ConfigureAwait(false))
        {
            await context.RequestServices.GetRequiredService<AuditLog>().AddAsync(context, person, AuditAction.PersonCreated, person.Id).ConfigureAwait(false);
            return person;
        }

        return await people.FindByEmailAsync(email, context.RequestAborted).ConfigureAwait(false);
    }

    private static Task ProblemAsync(HttpContext context, string text) =>
        HtmlPage.Refused(context, HtmlPage.Of("Not signed in", $"<h1>Not signed in</h1>{HtmlPage.Problem(text)}"), new Refusal(403, text, ErrorCode.AuthDenied)).ExecuteAsync(context);
}
