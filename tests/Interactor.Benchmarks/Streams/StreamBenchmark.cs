using System.Diagnostics;
using System.Globalization;
using Interactor.Runtime;
using Interactor.Runtime.Http;
using Interactor.Runtime.Json;
using RestSharp;

namespace Interactor.Benchmarks.Streams;

/// <summary>How much memory grows while gigabytes go up and come down over loopback, through the runtime's own transport and through RestSharp.</summary>
internal static class StreamBenchmark
{
    private const long Megabyte = 1024 * 1024;

    public static async Task RunAsync(int gigabytes)
    {
        long length = gigabytes * 1024L * Megabyte;
        await using StreamProvider provider = await StreamProvider.StartAsync();
        using RestClient client = new(new RestClientOptions { FollowRedirects = false });
        using RestSharpHandler adapter = new(client, ["http://127.0.0.1"]);
        Console.WriteLine($"{gigabytes} GB each way, provider and client in one process");
        Console.WriteLine("transport   direction              s    heap peak MB   heap growth MB   working set growth MB");
        foreach ((string name, HttpMessageHandler? handler) in new (string, HttpMessageHandler?)[] { ("Runtime", null), ("RestSharp", adapter) })
        {
            ActionExecutor executor = new(Connector(provider.Url, length), new ConnectorOptions { HttpHandler = handler, AllowInsecureLoopback = true });

            // What the first call allocates for good is not growth of a stream.
            await UploadAsync(executor, Megabyte, isPart: false);
            await MeasureAsync(name, "up, body", () => UploadAsync(executor, length, isPart: false));
            await MeasureAsync(name, "up, multipart", () => UploadAsync(executor, length, isPart: true));
            await MeasureAsync(name, "down", () => DownloadAsync(executor, length));
        }
    }

    private static async Task MeasureAsync(string transport, string direction, Func<Task> transfer)
    {
        using MemoryWatch watch = MemoryWatch.Start();
        long started = Stopwatch.GetTimestamp();
        await transfer();
        TimeSpan time = Stopwatch.GetElapsedTime(started);
        await watch.StopAsync();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{transport,-11} {direction,-15} {time.TotalSeconds,8:0.0} {Megabytes(watch.HeapPeak),15:0.0} {Megabytes(watch.HeapGrowth),16:0.0} {Megabytes(watch.WorkingSetGrowth),23:0.0}"));
    }

    private static double Megabytes(long bytes) => (double)bytes / Megabyte;

    private static async Task UploadAsync(ActionExecutor executor, long length, bool isPart)
    {
        BinaryContent content = BinaryContent.FromStreams(_ => new ValueTask<Stream>(new EndlessStream(length)), length);
        long taken = await executor.ExecuteAsync(isPart ? Part : Body, content);
        if (isPart ? taken <= length : taken != length)
        {
            throw new InvalidOperationException($"The provider took {taken} bytes of {length}.");
        }
    }

    private static async Task DownloadAsync(ActionExecutor executor, long length)
    {
        await using Download download = await executor.DownloadAsync(Down, BinaryContent.FromBytes(default));
        byte[] buffer = new byte[64 * 1024];
        long taken = 0;
        while (await download.Content.ReadAsync(buffer) is > 0 and int read)
        {
            taken += read;
        }

        if (taken != length)
        {
            throw new InvalidOperationException($"{taken} bytes of {length} came down.");
        }
    }

    private static RequestAction<BinaryContent, long> Body { get; } = Up("body", static (request, content, _) =>
    {
        request.Path("/up");
        request.Content(content);
    });

    private static RequestAction<BinaryContent, long> Part { get; } = Up("part", static (request, content, _) =>
    {
        request.Path("/up");
        request.Part("note", "a note");
        request.File("file", content);
    });

    private static DownloadAction<BinaryContent> Down { get; } = new()
    {
        Id = "down",
        Input = JsonContracts.Binary,
        Server = "api",
        Method = "GET",
        Build = static (request, _, _) => request.Path("/down"),
    };

    private static RequestAction<BinaryContent, long> Up(string id, Action<RequestBuilder, BinaryContent, ActionContext> build) => new()
    {
        Id = id,
        Effect = ActionEffect.Write,
        Input = JsonContracts.Binary,
        Output = JsonContracts.Int64,
        Server = "api",
        Method = "POST",
        Timeout = TimeSpan.FromHours(1),
        Build = build,
    };

    private static ConnectorDescriptor Connector(string url, long length) => new()
    {
        Owner = "interactor",
        Id = "streams",
        Name = "Streams",
        Version = "1.0.0",
        Servers = [new ServerDescriptor("api", _ => string.Create(CultureInfo.InvariantCulture, $"{url}/{length}"))],
        Actions = [Body, Part, Down],
    };
}
