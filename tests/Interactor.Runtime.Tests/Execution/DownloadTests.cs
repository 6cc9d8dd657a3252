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
    public async Task The_answer_says_its_name_and_length(string disposition, string? name)
    {
        await using Download download = await Executor(Answering("hello", disposition)).DownloadAsync(StreamActions.Download(), JsonValue.Null, cancellationToken: Token);
        Assert.Equal((name, 5), (download.FileName, download.Length));
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
