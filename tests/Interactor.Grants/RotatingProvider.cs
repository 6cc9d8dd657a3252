using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Interactor.Grants;

/// <summary>
/// A provider that takes each refresh token once and withdraws the whole grant when one comes again (RFC 9700, section 4.14.2). Its tokens are
/// <c>account.number</c>. With a period of grace it takes the last refresh token again, as long as its successor was not used.
/// </summary>
internal sealed class RotatingProvider : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, Grant> _grants = new();
    private readonly bool _hasGrace;

    private RotatingProvider(WebApplication app, bool hasGrace)
    {
        _app = app;
        _hasGrace = hasGrace;
    }

    public Uri Url => new(_app.Urls.Single());

    /// <summary>The account whose answers are held back, after its token was rotated.</summary>
    public string? HeldBack { get; set; }

    /// <summary>Is set when an answer is held back.</summary>
    public SemaphoreSlim Holds { get; } = new(0);

    public static async Task<RotatingProvider> StartAsync(bool hasGrace)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        WebApplication app = builder.Build();
        RotatingProvider provider = new(app, hasGrace);
        app.MapPost("/token", provider.TokenAsync);
        app.MapGet("/thing", provider.Thing);
        await app.StartAsync();
        return provider;
    }

    /// <summary>Grants something to an account: its first tokens have the number 1.</summary>
    public void Begin(string account) => _grants[account] = new Grant();

    public Grant GrantOf(string account) => _grants[account];

    /// <summary>Lets the access token expire, so that calls with it are refused.</summary>
    public void Expire(string account)
    {
        Grant grant = _grants[account];
        lock (grant)
        {
            grant.LiveAccess = 0;
        }
    }

    /// <summary>Whether a refresh token is the one that the provider takes.</summary>
    public bool Takes(string account, string? refresh)
    {
        Grant grant = _grants[account];
        lock (grant)
        {
            return !grant.IsWithdrawn && refresh == $"{account}.{grant.Current}";
        }
    }

    public async ValueTask DisposeAsync()
    {
        Holds.Dispose();
        await _app.DisposeAsync();
    }

    private async Task<IResult> TokenAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        IFormCollection form = await request.ReadFormAsync(cancellationToken);
        (string account, int number) = Split(form["refresh_token"].ToString());
        Grant grant = _grants[account];
        int next;
        lock (grant)
        {
            grant.Refreshes++;
            bool isAgain = _hasGrace && number == grant.Current - 1 && !grant.IsWithdrawn;
            if (!isAgain && (number != grant.Current || grant.IsWithdrawn))
            {
                grant.IsWithdrawn = true;
                grant.LiveAccess = 0;
                return Results.Json(new { error = "invalid_grant" }, statusCode: 400);
            }

            // The answer to a repetition is the same again.
            grant.Current += isAgain ? 0 : 1;
            grant.LiveAccess = next = grant.Current;
        }

        if (HeldBack == account)
        {
            Holds.Release();
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }

        return Results.Json(new { access_token = $"{account}.{next}", refresh_token = $"{account}.{next}", expires_in = 3600 });
    }

    private IResult Thing(HttpRequest request)
    {
        (string account, int number) = Split(request.Headers.Authorization.ToString()["Bearer ".Length..]);
        Grant grant = _grants[account];
        lock (grant)
        {
            return number == grant.LiveAccess && !grant.IsWithdrawn ? Results.Json(1) : Results.StatusCode(401);
        }
    }

    private static (string Account, int Number) Split(string token)
    {
        int dot = token.LastIndexOf('.');
        return (token[..dot], int.Parse(token[(dot + 1)..], CultureInfo.InvariantCulture));
    }

    /// <summary>What the provider knows of an account. Locked by itself.</summary>
    internal sealed class Grant
    {
        /// <summary>The number of the refresh token that is good.</summary>
        public int Current { get; set; } = 1;

        /// <summary>The number of the access token that is good; 0 for none.</summary>
        public int LiveAccess { get; set; } = 1;

        public bool IsWithdrawn { get; set; }

        public int Refreshes { get; set; }
    }
}
