using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Interactor.Host;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Interactor.Benchmarks.Hosting;

/// <summary>The servers of the benchmark: the provider, an endpoint that forwards to it by hand, and the host.</summary>
internal static class Servers
{
    private const string Definition = """
        interactor: 1
        owner: interactor
        id: ledger
        version: 1.0.0
        name: Ledger
        servers: { api: "${variables.server}" }
        egress: [ledger.example]
        variables:
          server: { name: Server, scope: app }
          key: { name: API key, scope: account, secret: true }
        security:
          key: { kind: apiKey, in: header, name: X-Key, value: "${variables.key}" }
        actions:
          entry.create:
            version: 1.0.0
            name: Create an entry
            effect: write
            security: { methods: [key] }
            input:
              type: object
              required: [amount, note]
              properties: { amount: { type: number, minimum: 0 }, note: { type: string, maxLength: 100 }, tags: { type: array, items: { type: string } } }
            request: { method: POST, path: /entries, json: "${input}" }
            output:
              type: object
              required: [id, amount]
              properties: { id: { type: string }, amount: { type: number }, note: { type: string }, createdAt: { type: string, format: date-time } }
        """;

    private static readonly byte[] Entry = """{"id":"e-1000","amount":12.5,"note":"Lunch with the team","createdAt":"2026-01-02T03:04:05Z"}"""u8.ToArray();

    /// <summary>Runs a server until standard input ends.</summary>
    public static async Task RunAsync(string kind, string? upstream, string? directory)
    {
        switch (kind)
        {
            case "upstream":
                await ServeAsync(static async context =>
                {
                    await context.Request.Body.CopyToAsync(Stream.Null);
                    context.Response.ContentType = "application/json";
                    context.Response.ContentLength = Entry.Length;
                    await context.Response.Body.WriteAsync(Entry);
                });
                break;
            case "bare":
                HttpClient client = new(new SocketsHttpHandler { UseCookies = false });
                await ServeAsync(context => ForwardAsync(context, client, new Uri($"{upstream}/entries")));
                break;
            case "host":
                await HostAsync(upstream!, directory!);
                break;
            default:
                throw new ArgumentException($"There is no server '{kind}'.", nameof(kind));
        }
    }

    // What somebody would write by hand, without keys, accounts, validation, records and all else.
    private static async Task ForwardAsync(HttpContext context, HttpClient client, Uri url)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, url) { Content = new StreamContent(context.Request.Body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } } };
        request.Headers.TryAddWithoutValidation("X-Key", "secret");
        using HttpResponseMessage response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, context.RequestAborted);
        context.Response.StatusCode = (int)response.StatusCode;
        context.Response.ContentType = "application/json";
        await response.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }

    private static async Task HostAsync(string upstream, string directory)
    {
        string definition = Directory.CreateDirectory(Path.Combine(directory, "ledger")).FullName;
        await File.WriteAllTextAsync(Path.Combine(definition, "connector.yaml"), Definition);
        await using HostApplication host = await HostApplication.StartAsync(new HostSettings { DataDirectory = Path.Combine(directory, "data"), DefinitionFolders = [definition], IsDevelopment = true });
        await host.ConfigureAsync("Development", "interactor/ledger", new Dictionary<string, string?> { ["server"] = upstream });
        using HttpClient client = new() { BaseAddress = host.Url, DefaultRequestHeaders = { { "x-api-key", host.FirstKey } } };
        using HttpResponseMessage connected = await client.PostAsJsonAsync("/api/v1/connector/ledger/credential?account=ann", new { values = new { key = "secret" } });
        connected.EnsureSuccessStatusCode();
        Console.WriteLine($"{host.Url.GetLeftPart(UriPartial.Authority)} {host.FirstKey}");
        await Console.In.ReadToEndAsync();
    }

    private static async Task ServeAsync(RequestDelegate answer)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(static kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        WebApplication application = builder.Build();
        application.Run(answer);
        await application.StartAsync();
        Console.WriteLine(application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        await Console.In.ReadToEndAsync();
        await application.DisposeAsync();
    }
}
