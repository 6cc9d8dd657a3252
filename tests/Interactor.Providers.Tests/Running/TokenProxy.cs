using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Interactor.Providers.Tests.Running;

/// <summary>A proxy in front of a token endpoint, which fails as a test says.</summary>
internal sealed class TokenProxy : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly string _target;
    private readonly HttpClient _http = new();

    private TokenProxy(WebApplication app, string target)
    {
        _app = app;
        _target = target;
    }

    public string Url => _app.Urls.Single();

    public ProxyFault Fault { get; set; }

    /// <summary>Is set when a request is held that gets no answer.</summary>
    public SemaphoreSlim Holds { get; } = new(0);

    public static async Task<TokenProxy> StartAsync(string target)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        WebApplication app = builder.Build();
        TokenProxy proxy = new(app, target);
        app.MapPost("/token", proxy.ForwardAsync);
        await app.StartAsync();
        return proxy;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _http.Dispose();
        Holds.Dispose();
    }

    private async Task<IResult> ForwardAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (Fault == ProxyFault.FailsBefore)
        {
            return Results.StatusCode(500);
        }

        if (Fault == ProxyFault.Hangs)
        {
            Holds.Release();
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }

        using HttpRequestMessage forwarded = new(HttpMethod.Post, _target + "/token") { Content = new StreamContent(request.Body) };
        forwarded.Content.Headers.TryAddWithoutValidation("Content-Type", request.ContentType);
        using HttpResponseMessage answer = await _http.SendAsync(forwarded, cancellationToken);
        return Fault == ProxyFault.FailsAfter
            ? Results.StatusCode((int)HttpStatusCode.BadGateway)
            : Results.Text(await answer.Content.ReadAsStringAsync(cancellationToken), "application/json", statusCode: (int)answer.StatusCode);
    }
}
