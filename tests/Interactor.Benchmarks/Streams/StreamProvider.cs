using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Interactor.Benchmarks.Streams;

/// <summary>A provider behind a socket of this machine that counts what goes up and makes what comes down.</summary>
internal sealed class StreamProvider : IAsyncDisposable
{
    private readonly WebApplication _server;

    private StreamProvider(WebApplication server) => _server = server;

    public string Url => _server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    /// <summary>Starts one on a free port.</summary>
    public static async Task<StreamProvider> StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(static options => options.Limits.MaxRequestBodySize = null);
        WebApplication server = builder.Build();
        server.MapPost("/{length}/up", CountAsync);
        server.MapGet("/{length}/down", GiveAsync);
        await server.StartAsync();
        return new StreamProvider(server);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private static async Task CountAsync(HttpContext context)
    {
        byte[] buffer = new byte[64 * 1024];
        long total = 0;
        while (await context.Request.Body.ReadAsync(buffer, context.RequestAborted) is > 0 and int read)
        {
            total += read;
        }

        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(total.ToString(CultureInfo.InvariantCulture), context.RequestAborted);
    }

    private static async Task GiveAsync(HttpContext context)
    {
        long length = long.Parse((string)context.Request.RouteValues["length"]!, CultureInfo.InvariantCulture);
        context.Response.ContentType = "application/octet-stream";
        context.Response.ContentLength = length;
        await using EndlessStream stream = new(length);
        await stream.CopyToAsync(context.Response.Body, 64 * 1024, context.RequestAborted);
    }
}
