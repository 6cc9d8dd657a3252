namespace Interactor.Host.Tests.Access;

/// <summary>Where a host listens.</summary>
public sealed class ListeningTests
{
    [Fact]
    public async Task An_address_that_is_not_of_this_machine_is_refused_in_whole_sentences()
    {
        DirectoryInfo directory = Directory.CreateTempSubdirectory("interactor-host-");

        // Of TEST-NET-1, which nobody has (RFC 5737).
        HostSettings settings = new() { DataDirectory = directory.FullName, Url = "http://192.0.2.1:0" };
        HostException refused = await Assert.ThrowsAsync<HostException>(() => HostApplication.StartAsync(settings, cancellationToken: TestContext.Current.CancellationToken));
        Assert.EndsWith(". Name another --port.", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("..", refused.Message, StringComparison.Ordinal);
        directory.Delete(recursive: true);
    }
}
