using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Interactor.Benchmarks.Calls;

/// <summary>The same provider behind a socket of this machine.</summary>
internal sealed class LoopbackProvider : IAsyncDisposable
{
    private readonly WebApplication _server;

    private LoopbackProvider(WebApplication server) => _server = server;

    /// <summary>Starts one on a free port.</summary>
    public static async Task<LoopbackProvider> StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        WebApplication server = builder.Build();
        server.Run(static async context =>
        {
            await context.Request.Body.CopyToAsync(Stream.Null);
            context.Response.ContentType = "application/json; charset=utf-8";
            context.Response.ContentLength = InMemoryProvider.Issue.Length;
            await context.Response.Body.WriteAsync(InMemoryProvider.Issue);
        });
        await server.StartAsync();
        return new(server);
    }

    /// <summary>Sends every request to it, whatever host the URL names; the same for every contender.</summary>
    public HttpMessageHandler Handler() => new Redirected(new Uri(_server.Services.GetRequiredService<Microsoft.AspNetCore.Hosting.Server.IServer>()
        .Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port);

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private sealed class Redirected(int port) : DelegatingHandler(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false })
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.RequestUri = new UriBuilder(request.RequestUri!) { Scheme = "http", Host = "127.0.0.1", Port = port }.Uri;
            return base.SendAsync(request, cancellationToken);
        }
    }
}
