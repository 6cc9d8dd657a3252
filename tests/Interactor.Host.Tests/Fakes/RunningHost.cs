using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Interactor.Host.Workspace;
using Interactor.Tests;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Logging;

namespace Interactor.Host.Tests.Fakes;

/// <summary>A host in a directory of its own, with the connector <c>ledger</c> and the connectors of the repository.</summary>
public sealed class RunningHost : IAsyncDisposable
{
    private readonly DirectoryInfo _directory;
    private readonly bool _ownsDirectory;

    private RunningHost(HostApplication host, DirectoryInfo directory, bool ownsDirectory, LogLines log)
    {
        Application = host;
        _directory = directory;
        _ownsDirectory = ownsDirectory;
        Log = log;
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, Expect100ContinueTimeout = TimeSpan.FromMinutes(1) }) { BaseAddress = Listening };
    }

    public HostApplication Application { get; }

    /// <summary>Where it listens, which is not where browsers reach it if a test says so.</summary>
    public Uri Listening => new(Service<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public HttpClient Http { get; }

    public LogLines Log { get; }

    public string Directory => _directory.FullName;

    /// <summary>The key of the environment that the tests act in.</summary>
    public string Key { get; set; } = "";

    public T Service<T>()
        where T : notnull => Application.Service<T>();

    /// <summary>Starts a host; without a directory in a new one, which goes with it.</summary>
    public static Task<RunningHost> StartAsync(string? directory = null, bool isDevelopment = true, Func<HostSettings, HostSettings>? configure = null) =>
        StartAsync(["ledger", "gmail"], directory, isDevelopment, configure);

    /// <summary>Starts a host with connectors by the names of their folders, among the fixtures or those of the repository.</summary>
    public static Task<RunningHost> WithAsync(params string[] connectors) => StartAsync(connectors, directory: null, isDevelopment: true, configure: null);

    private static async Task<RunningHost> StartAsync(string[] connectors, string? directory, bool isDevelopment, Func<HostSettings, HostSettings>? configure)
    {
        DirectoryInfo data = directory is null ? System.IO.Directory.CreateTempSubdirectory("interactor-host-") : new DirectoryInfo(directory);
        LogLines log = new();
        HostSettings settings = new()
        {
            DataDirectory = data.FullName,
            DefinitionFolders = [.. connectors.Select(static name => FolderOf(name))],
            IsDevelopment = isDevelopment,
        };
        HostApplication application = await HostApplication.StartAsync(configure?.Invoke(settings) ?? settings, logging => logging.AddProvider(log), TestContext.Current.CancellationToken);
        return new RunningHost(application, data, directory is null, log) { Key = application.FirstKey ?? "" };
    }

    /// <summary>Sets what the environment of the key configures a connector with.</summary>
    public async Task ConfigureAsync(string connector, params (string Name, string? Value)[] values)
    {
        HostEnvironment environment = (await Service<EnvironmentStore>().FindByKeyAsync(ApiKey.Parse(Key)!, TestContext.Current.CancellationToken))!;
        await Service<ConfigurationStore>().SetAsync(environment.Id, connector, values.ToDictionary(static v => v.Name, static v => v.Value), isLive: true, TestContext.Current.CancellationToken);
    }

    /// <summary>Points the connector <c>ledger</c> to its provider.</summary>
    public Task UseAsync(Upstream upstream) =>
        ConfigureAsync("interactor/ledger", ("server", upstream.Url), ("client_id", Upstream.ClientId), ("client_secret", Upstream.ClientSecret));

    /// <summary>Connects an account the way a person would.</summary>
    public async Task ConnectAsync(string account, string connector = "ledger", string method = "oauth")
    {
        string url = await Http.GetFromJsonAsync<string>(Request($"/api/v1/connector/{connector}/auth-url?account={account}&method={method}")) ?? "";
        using HttpResponseMessage page = url.Contains("/~", StringComparison.Ordinal)
            ? await Http.PostAsync(url, new FormUrlEncodedContent([new("decision", "allow")]))
            : await Http.GetAsync(url);
        using HttpResponseMessage done = await Http.GetAsync(page.Headers.Location);
        Assert.Equal(200, (int)done.StatusCode);
    }

    /// <summary>Executes an action.</summary>
    public Task<(int Status, JsonElement Body)> ExecuteAsync(string action, string? account, string? body = null, string connector = "interactor/ledger", string query = "") =>
        SendAsync(HttpMethod.Post, $"/api/v1/connector/{connector}/action/{action}/execute?{(account is null ? "" : "account=" + Uri.EscapeDataString(account))}{query}", body);

    /// <summary>Sends a request with the key.</summary>
    public async Task<(int Status, JsonElement Body)> SendAsync(HttpMethod method, string path, string? body = null, int maxDepth = 64)
    {
        using HttpRequestMessage request = new(method, path);
        request.Headers.TryAddWithoutValidation("x-api-key", Key);
        request.Headers.ExpectContinue = body?.Length > 1_000_000;
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await Http.SendAsync(request, TestContext.Current.CancellationToken);
        byte[] bytes = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        return ((int)response.StatusCode, bytes.Length == 0 ? default : JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = maxDepth }).RootElement);
    }

    public async ValueTask DisposeAsync()
    {
        await Application.DisposeAsync();
        Http.Dispose();
        if (_ownsDirectory)
        {
            _directory.Delete(recursive: true);
        }
    }

    /// <summary>The status and the text with which a post of an empty object is refused.</summary>
    public async Task<(int Status, string? Error)> RefusalAsync(string path)
    {
        (int status, JsonElement body) = await SendAsync(HttpMethod.Post, path, "{}");
        return (status, body.GetProperty("error").GetString());
    }

    private static string FolderOf(string connector) =>
        Path.Combine(AppContext.BaseDirectory, "Fixtures", connector) is var fixture && System.IO.Directory.Exists(fixture) ? fixture : Path.Combine(RepositoryRoot.Path, "connectors", connector);

    private string Request(string path)
    {
        Http.DefaultRequestHeaders.Remove("x-api-key");
        Http.DefaultRequestHeaders.Add("x-api-key", Key);
        return path;
    }
}
