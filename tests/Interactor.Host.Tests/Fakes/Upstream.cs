using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Interactor.Host.Tests.Fakes;

/// <summary>
/// Plays the provider of the connector <c>ledger</c> on this machine, by RFC 6749: codes and refresh tokens are good once, and one that is used twice ends its whole family.
/// </summary>
public sealed class Upstream : IAsyncDisposable
{
    public const string ClientId = "ledger-app";
    public const string ClientSecret = "canary-client-secret";
    public const string Key = "canary-key";

    private readonly WebApplication _application;
    private readonly ConcurrentDictionary<string, string> _codes = new();
    private readonly ConcurrentDictionary<string, bool> _access = new();
    private readonly ConcurrentDictionary<string, bool> _refresh = new();
    private int _count;

    private Upstream(WebApplication application) => _application = application;

    public string Url { get; private set; } = "";

    /// <summary>How long the tokens are good that it issues from now on.</summary>
    public int Lifetime { get; set; } = 3600;

    /// <summary>Whether a refresh token that was used stays good, as with providers that let a lost answer be asked for again.</summary>
    public bool KeepsSpentTokens { get; set; }

    public int Refreshes;
    public int Reuses;
    public int Revocations;

    /// <summary>Whether the person who has the code of the device consented.</summary>
    public bool HasConsented { get; set; }

    /// <summary>Whether a token was asked for.</summary>
    public bool IsAsked { get; private set; }

    /// <summary>What the endpoint of tokens waits for before it answers; null for nothing.</summary>
    public Task? Delay { get; set; }

    /// <summary>What a refresh waits for, after the old token was spent and before the new one is answered.</summary>
    public Task RefreshGate { get; set; } = Task.CompletedTask;

    /// <summary>What answers the paths of actions, in place of good answers.</summary>
    public RequestDelegate? Answers { get; set; }

    /// <summary>The bodies of the entries that were created.</summary>
    public ConcurrentQueue<string> Created { get; } = new();

    public static async Task<Upstream> StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(static kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        WebApplication application = builder.Build();
        Upstream upstream = new(application);
        application.Run(upstream.HandleAsync);
        await application.StartAsync();
        upstream.Url = application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return upstream;
    }

    /// <summary>No access token that it issued is good any more.</summary>
    public void ExpireAll() => _access.Clear();

    /// <summary>No token of either kind that it issued is good any more.</summary>
    public void WithdrawAll()
    {
        _access.Clear();
        _refresh.Clear();
    }

    public async ValueTask DisposeAsync() => await _application.DisposeAsync();

    private async Task HandleAsync(HttpContext context)
    {
        switch (context.Request.Path.Value)
        {
            case "/authorize":
                string code = Next("code");
                _codes[code] = "";
                context.Response.Redirect($"{context.Request.Query["redirect_uri"]}?code={code}&state={Uri.EscapeDataString(context.Request.Query["state"]!)}");
                break;
            case "/device":
                await context.Response.WriteAsJsonAsync(new { device_code = "canary-device", user_code = "WDJB-MJHT", verification_uri = Url + "/activate", expires_in = 600, interval = 1 });
                break;
            case "/token":
                await TokenAsync(context);
                break;
            case "/revoke":
                Interlocked.Increment(ref Revocations);
                WithdrawAll();
                break;
            case "/rate":
                await context.Response.WriteAsJsonAsync(new { rate = 1.5 });
                break;
            default:
                await (Answers ?? ActAsync)(context);
                break;
        }
    }

    private async Task TokenAsync(HttpContext context)
    {
        IFormCollection form = await context.Request.ReadFormAsync();
        IsAsked = true;
        await (Delay ?? Task.CompletedTask);
        if (form["grant_type"] == "urn:ietf:params:oauth:grant-type:device_code" && !HasConsented)
        {
            context.Response.StatusCode = 400;
            await context.Response.WriteAsJsonAsync(new { error = "authorization_pending" });
            return;
        }

        bool isGood = form["client_id"] == ClientId && form["client_secret"] == ClientSecret && form["grant_type"].ToString() switch
        {
            "authorization_code" => _codes.TryRemove(form["code"].ToString(), out _),
            "urn:ietf:params:oauth:grant-type:device_code" => form["device_code"] == "canary-device",
            "refresh_token" => Refresh(form["refresh_token"].ToString()),
            _ => false,
        };
        if (!isGood)
        {
            context.Response.StatusCode = 400;
            await context.Response.WriteAsJsonAsync(new { error = "invalid_grant" });
            return;
        }

        if (form["grant_type"] == "refresh_token")
        {
            await RefreshGate;
        }

        (string access, string refresh) = (Next("access"), Next("refresh"));
        _access[access] = true;
        _refresh[refresh] = true;
        await context.Response.WriteAsJsonAsync(new { access_token = access, refresh_token = refresh, token_type = "Bearer", expires_in = Lifetime });
    }

    private bool Refresh(string token)
    {
        Interlocked.Increment(ref Refreshes);
        if (KeepsSpentTokens ? _refresh.ContainsKey(token) : _refresh.TryRemove(token, out _))
        {
            return true;
        }

        Interlocked.Increment(ref Reuses);
        WithdrawAll();
        return false;
    }

    private async Task ActAsync(HttpContext context)
    {
        string authorization = context.Request.Headers.Authorization.ToString();
        bool isAllowed = context.Request.Headers["X-Key"] == Key || (authorization.StartsWith("Bearer ", StringComparison.Ordinal) && _access.ContainsKey(authorization["Bearer ".Length..]));
        if (!isAllowed)
        {
            context.Response.StatusCode = 401;
            return;
        }

        switch (context.Request.Method, context.Request.Path.Value)
        {
            case ("GET", "/me"):
                await context.Response.WriteAsJsonAsync(new { id = "u1", name = "Ann" });
                break;
            case ("POST", "/entries"):
                using (StreamReader reader = new(context.Request.Body))
                {
                    Created.Enqueue(await reader.ReadToEndAsync());
                }

                await context.Response.WriteAsJsonAsync(new { id = $"e{Created.Count}" });
                break;
            case ("GET", "/entries"):
                await context.Response.WriteAsJsonAsync(new[] { new { id = "e1" } });
                break;
            default:
                context.Response.StatusCode = 404;
                break;
        }
    }

    private string Next(string kind) => $"canary-{kind}-{Guid.NewGuid():N}-{Interlocked.Increment(ref _count)}";
}
