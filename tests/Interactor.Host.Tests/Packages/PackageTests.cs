using System.IO.Compression;
using System.Text.Json;
using Interactor.Host.Connectors;
using Interactor.Host.Tests.Fakes;
using Interactor.Runtime;
using Interactor.Testing.Loading;
using Microsoft.Extensions.Logging;

namespace Interactor.Host.Tests.Packages;

/// <summary>Compiled connectors in a folder: packages and folders of assemblies, good ones and broken ones.</summary>
public sealed class PackageTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("interactor-packages-");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_compiled_connector_is_served(bool isPackage)
    {
        await using Upstream upstream = await Upstream.StartAsync();
        if (isPackage)
        {
            await PackAsync("Ledger.1.0.0.nupkg", "lib/net10.0/Ledger.dll", Ledger());
        }
        else
        {
            await CopyAsync("ledger", Ledger());
        }

        await using RunningHost host = await StartAsync();
        await host.UseAsync(upstream);
        Assert.Equal(201, (await host.SendAsync(HttpMethod.Post, "/api/v1/connector/ledger/credential?account=ann", $$$"""{"method":"key","values":{"key":"{{{Upstream.Key}}}"}}""")).Status);
        (int status, JsonElement body) = await host.ExecuteAsync("entry.create", "ann", """{"amount":1}""");
        Assert.Equal((200, "e1"), (status, body.GetProperty("output").GetProperty("id").GetString()));

        // It stands on the runtime of the host, in a context of its own.
        HostedConnector connector = host.Service<ConnectorCatalogue>().VersionsOf("interactor", "ledger")[0];
        Assert.Null(connector.Loaded);
        Assert.IsType<ConnectorDescriptor>(connector.Descriptor);
        Assert.DoesNotContain(host.Log.Lines, static line => line.Level >= LogLevel.Error);
    }

    [Fact]
    public async Task A_broken_package_is_named_and_left_out()
    {
        await CopyAsync("good", Ledger());
        await CopyAsync("nothing", "no assembly"u8.ToArray());
        await PackAsync("other.nupkg", "lib/net48/Other.dll", Ledger());
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "text.nupkg"), "no archive", TestContext.Current.CancellationToken);
        Directory.CreateDirectory(Path.Combine(_folder.FullName, "empty"));

        await using RunningHost host = await StartAsync();
        Assert.Equal(["interactor/ledger"], host.Application.Connectors);
        foreach (string name in (string[])["nothing", "other.nupkg", "text.nupkg", "empty"])
        {
            Assert.Contains(host.Log.Lines, line => line.Level == LogLevel.Error && line.Text.Contains($"The package {name} is left out", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_folder_that_was_named_and_is_not_there_is_an_error()
    {
        _folder.Delete(recursive: true);
        await Assert.ThrowsAsync<HostException>(StartAsync);
        _folder.Create();
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private Task<RunningHost> StartAsync() =>
        RunningHost.StartAsync(configure: settings => new HostSettings { DataDirectory = settings.DataDirectory, IsDevelopment = true, PackageDirectory = _folder.FullName });

    private static byte[] Ledger()
    {
        BuiltConnector built = BuiltConnector.Of(DefinitionFolder.Read(Path.Combine(AppContext.BaseDirectory, "Fixtures", "ledger"))[0], TestContext.Current.CancellationToken);
        return built.Code!.Assembly!.ToArray();
    }

    private async Task CopyAsync(string name, byte[] assembly)
    {
        DirectoryInfo folder = _folder.CreateSubdirectory(name);
        await File.WriteAllBytesAsync(Path.Combine(folder.FullName, name + ".dll"), assembly, TestContext.Current.CancellationToken);
    }

    private async Task PackAsync(string name, string path, byte[] assembly)
    {
        await using ZipArchive archive = await ZipFile.OpenAsync(Path.Combine(_folder.FullName, name), ZipArchiveMode.Create, TestContext.Current.CancellationToken);
        await using Stream entry = await archive.CreateEntry(path).OpenAsync(TestContext.Current.CancellationToken);
        await entry.WriteAsync(assembly, TestContext.Current.CancellationToken);
    }
}
