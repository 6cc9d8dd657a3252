using System.Text;
using Interactor.Runtime.Json;
using Interactor.Runtime.Tests.Fakes;
using Xunit;

namespace Interactor.Runtime.Tests.Execution;

public sealed class DownloadTests
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Bytes_are_read_while_they_arrive()
    {
        FedBody body = new();
        await using (Download download = await Executor(new FakeProvider(_ => body.ToResponse("image/png"))).DownloadAsync(StreamActions.Download(), JsonValue.Null, cancellationToken: Token))
        {
            Assert.Equal(("image/png", null, null, 200), (download.MediaType, download.Length, download.FileName, download.Status));
            byte[] bytes = new byte[10];
            await body.FeedAsync("abc");
            Assert.Equal(3, await download.Content.ReadAsync(bytes, Token));
            Assert.False(body.Released.IsCompleted);
        }

        await body.Released;
    }

    [Theory]
    [InlineData("attachment; filename=\"a b.txt\"", "a b.txt")]
    [InlineData("attachment; filename=x; filename*=UTF-8''gr%C3%B6%C3%9Fe.txt", "größe.txt")]
    [InlineData("attachment; filename=\"../../etc/passwd\"", "passwd")]
    [InlineData("attachment; filename=\"C:\\\\x\\\\..\"", null)]
    [InlineData("inline", null)]
    [InlineData("attachment; filename=\"C:run.bat\"", "run.bat")]
    [InlineData("attachment; filename*=UTF-8''a%0D%0Ab%00c.txt", "a__b_c.txt")]
    [InlineData("attachment; filename=\"Nul .tar.gz\"", "_Nul .tar.gz")]
    [InlineData("attachment; filename*=UTF-8''com%C2%B9", "_com\u00b9")]
    [InlineData("attachment; filename=\"x.txt:hidden\"", "x.txt_hidden")]
    [InlineData("attachment; filename=\"  a<b>|c?*. . \"", "a_b__c__")]
    [InlineData("attachment; filename=\"~root\"", "_root")]
    [InlineData("attachment; filename=\"...\"", null)]
    [InlineData("attachment; filename*=UTF-8''photo%E2%80%AEgpj.exe", "photo_gpj.exe")]
    [InlineData("attachment; filename=\".profile\"", ".profile")]
    public async Task The_answer_says_its_name_and_length(string disposition, string? name)
    {
        await using Download download = await Executor(Answering("hello", disposition)).DownloadAsync(StreamActions.Download(), JsonValue.Null, cancellationToken: Token);
        Assert.Equal((name, 5), (download.FileName, download.Length));
    }

    [Fact]
    public async Task A_name_is_no_longer_than_a_name_may_be()
    {
        string disposition = $"attachment; filename*=UTF-8''{Uri.EscapeDataString(new string('ß', 300))}.tar.gz";
        await using Download download = await Executor(Answering("x", disposition)).DownloadAsync(StreamActions.Download(), JsonValue.Null, cancellationToken: Token);
        Assert.Equal(new string('ß', 126) + ".gz", download.FileName);
    }

    [Fact]
    public async Task A_silent_download_ends()
    {
        FakeClock clock = new();
        FedBody body = new();
        await body.FeedAsync("abc");
        await using Download download = await Executor(new FakeProvider(_ => body.ToResponse("image/png")), options => options.TimeProvider = clock)
            .DownloadAsync(StreamActions.Download(), JsonValue.Null, cancellationToken: Token);
        byte[] bytes = new byte[10];
        Assert.Equal(3, await download.Content.ReadAsync(bytes, Token));
        IOException failure = await Assert.ThrowsAsync<IOException>(() => clock.RunAsync(download.Content.ReadAsync(bytes, Token).AsTask()));
        Assert.Equal(ErrorCode.Timeout, Assert.IsType<InteractorException>(failure.InnerException).Code);
        Assert.Equal(300, clock.Waits.Sum(static wait => wait.TotalSeconds));
    }

    [Fact]
    public async Task A_failed_status_is_an_error()
    {
        InteractorException failure = await Assert.ThrowsAsync<InteractorException>(
            () => Executor(new FakeProvider(_ => FakeProvider.Status(403))).DownloadAsync(StreamActions.Download(), JsonValue.Null, cancellationToken: Token));
        Assert.Equal((ErrorCode.AuthDenied, "thing.download"), (failure.Code, failure.Action));
    }

    [Fact]
    public async Task No_limit_holds_for_what_is_not_kept()
    {
        ActionExecutor executor = Executor(Answering(new string('x', 100_000)), options => options.MaxResponseBytes = 10);
        await using Download download = await executor.DownloadAsync(StreamActions.Download(), JsonValue.Null, cancellationToken: Token);
        using MemoryStream copy = new();
        await download.Content.CopyToAsync(copy, Token);
        Assert.Equal(100_000, copy.Length);
        InteractorException failure = await Assert.ThrowsAsync<InteractorException>(() => executor.ExecuteAsync("thing.download", null, default, cancellationToken: Token));
        Assert.Equal(ErrorCode.ContractViolation, failure.Code);
    }

    [Fact]
    public async Task By_name_it_gives_base64() =>
        Assert.Equal("\"aGVsbG8=\"", Encoding.UTF8.GetString((await Executor(Answering("hello")).ExecuteAsync("thing.download", null, default, cancellationToken: Token)).Span));

    private static FakeProvider Answering(string text, string? disposition = null) => new(_ =>
    {
        HttpResponseMessage response = FakeProvider.Body(Encoding.UTF8.GetBytes(text), "application/octet-stream");
        if (disposition is not null)
        {
            response.Content.Headers.TryAddWithoutValidation("Content-Disposition", disposition);
        }

        return response;
    });

    private static ActionExecutor Executor(FakeProvider provider, Action<ConnectorOptions>? configure = null)
    {
        ConnectorOptions options = TestConnector.Options(provider);
        configure?.Invoke(options);
        return new ActionExecutor(TestConnector.Make(StreamActions.Download()), options);
    }
}
