namespace Interactor.Cli.Tests;

/// <summary><c>interactor host up</c>: what it prints at first, and what it refuses.</summary>
public sealed class HostUpTests
{
    [Fact]
    public async Task The_first_start_shows_a_key_and_a_setup_link_and_the_second_a_new_link_only()
    {
        using Workspace work = new();
        string[] first = await StartAsync(work);
        Assert.Contains(first, static line => line.StartsWith("API key of the environment Development", StringComparison.Ordinal));
        string link = Assert.Single(first, static line => line.Contains("/setup/", StringComparison.Ordinal));
        string[] second = await StartAsync(work);
        Assert.DoesNotContain(second, static line => line.StartsWith("API key", StringComparison.Ordinal));
        Assert.NotEqual(SecretOf(link), SecretOf(Assert.Single(second, static line => line.Contains("/setup/", StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData("--oidc-issuer is missing", "--oidc-client-id", "host")]
    [InlineData("--oidc-client-id is missing", "--oidc-issuer", "https://login.example")]
    [InlineData("'ftp://x' is not an absolute http or https URL", "--oidc-issuer", "ftp://x", "--oidc-client-id", "host")]
    [InlineData("'king' is no role", "--oidc-issuer", "https://login.example", "--oidc-client-id", "host", "--oidc-default-role", "king")]
    [InlineData("'everybody' is no address", "--trusted-proxy", "everybody")]
    [InlineData("'lcoalhost' is no IP address to listen at", "--address", "lcoalhost")]
    [InlineData("'127.0.0.1:80' is no IP address to listen at", "--address", "127.0.0.1:80")]
    [InlineData("There is no option '--nope'.", "--nope")]
    public async Task Options_that_are_not_right_are_refused_before_it_starts(string message, params string[] options)
    {
        using Workspace work = new();
        CommandRun run = await CommandRun.OfAsync(["host", "up", "--data", work.In("data"), .. options]);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(work.In("data")));
    }

    [Theory]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT")]
    [InlineData("OTEL_EXPORTER_OTLP_METRICS_ENDPOINT")]
    public async Task A_collector_that_is_no_address_is_refused_before_it_starts(string variable)
    {
        using Workspace work = new();
        StringWriter errors = new();
        CommandHost host = new() { In = TextReader.Null, Out = TextWriter.Null, Error = errors, Variable = name => name == variable ? "collector" : null };
        Assert.Equal(2, await InteractorTool.RunAsync(["host", "up", "--data", work.In("data")], host, TestContext.Current.CancellationToken));
        Assert.Contains($"What {variable} has in it is no absolute http or https URL.", errors.ToString(), StringComparison.Ordinal);
        Assert.False(Directory.Exists(work.In("data")));
    }

    [Fact]
    public async Task A_link_to_a_new_password_is_made_for_somebody_who_is_there()
    {
        using Workspace work = new();
        CommandRun typo = await CommandRun.OfAsync("host", "password-link", "--data", work.In("data"));
        Assert.Contains("There is no database", typo.Error, StringComparison.Ordinal);
        Assert.Equal((1, ""), (typo.ExitCode, typo.Out));
        Assert.False(Directory.Exists(work.In("data")));
        await StartAsync(work);
        CommandRun none = await CommandRun.OfAsync("host", "password-link", "--data", work.In("data"));
        Assert.Contains("There is no administrator", none.Error, StringComparison.Ordinal);
        Assert.Equal((1, ""), (none.ExitCode, none.Out));
        CommandRun help = await CommandRun.OfAsync("host", "password-link", "--help");
        Assert.Contains("interactor host password-link ann@acme.example", help.Out, StringComparison.Ordinal);
    }

    private static async Task<string[]> StartAsync(Workspace work)
    {
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        StringWriter output = new();
        CommandHost host = new() { In = TextReader.Null, Out = output, Error = new StoppingWriter(stop), Variable = static _ => null };
        await InteractorTool.RunAsync(["host", "up", "--data", work.In("data"), "--port", "0"], host, stop.Token);
        return output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static string SecretOf(string line) => line[(line.LastIndexOf('/') + 1)..].Trim();

    /// <summary>Stops the command as soon as it says how.</summary>
    private sealed class StoppingWriter(CancellationTokenSource stop) : StringWriter
    {
        public override void WriteLine(string? value)
        {
            if (value?.StartsWith("Ctrl-C", StringComparison.Ordinal) == true)
            {
                stop.Cancel();
            }
        }
    }
}
