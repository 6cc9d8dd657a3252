using System.Diagnostics.CodeAnalysis;
using System.Text;
using Interactor.Runtime.Expressions;
using Interactor.Runtime.Http;
using Interactor.Runtime.Json;
using Interactor.Runtime.Tests.Fakes;
using Xunit;
using static Interactor.Runtime.Tests.Fakes.FakeProvider;

namespace Interactor.Runtime.Tests.Execution;

public sealed class HostileAnswerTests
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    private static readonly JsonValue Lone = JsonValue.Parse("""{"ab\ud800":"x","ab":"y"}""");

    [Fact]
    public void A_reader_that_throws_is_a_mismatch()
    {
        JsonContract<string> contract = new(
            TryRead,
            static (writer, value) => writer.WriteStringValue(value),
            JsonContracts.Any.Schema);
        Assert.False(contract.TryParse("\"\\ud800\""u8, out _, out IReadOnlyList<ErrorDetail> errors));
        Assert.Single(errors);
    }

    [Fact]
    public void A_name_with_a_lone_surrogate_is_no_text_and_hides_no_other_member()
    {
        Assert.Equal(ErrorCode.ContractViolation, Assert.Throws<InteractorException>(() => AnyFunctions.Items(Lone, "names")).Code);
        Assert.Equal("\"y\"", AnyFunctions.Member(Lone, "ab", "member").ToString());
        Assert.True(AnyFunctions.MemberOrNull(Lone, "abc").IsNull);
    }

    [Theory]
    [InlineData(QueryStyle.Form)]
    [InlineData(QueryStyle.DeepObject)]
    public void A_name_with_a_lone_surrogate_is_no_parameter(QueryStyle style) =>
        Assert.Equal(ErrorCode.InputInvalid, Assert.Throws<InteractorException>(() => new RequestBuilder().Query("q", Lone, style, true, false)).Code);

    [Theory]
    [InlineData("""{"access_token":"\ud800"}""")]
    [InlineData("""{"access_\ud800":"x"}""")]
    public async Task A_token_that_is_no_text_is_no_token(string answer)
    {
        FakeProvider provider = new(request => request.Url.EndsWith("/token", StringComparison.Ordinal) ? Answer(answer) : Status(401));
        ActionExecutor executor = new(TestConnector.Make(), TestConnector.Options(provider, TestConnector.Connected()));
        Assert.Equal(ErrorCode.AuthExpired, (await FailAsync(executor, ["oauth"])).Code);
    }

    [Fact]
    public async Task What_a_handler_throws_beside_the_network_is_one_failure_that_keeps_it()
    {
        FakeProvider provider = new(static _ => throw new NotSupportedException("odd"));
        InteractorException failure = await FailAsync(new ActionExecutor(TestConnector.Make(), TestConnector.Options(provider)), ["key"]);
        Assert.Equal(ErrorCode.InputInvalid, failure.Code);
        Assert.IsType<NotSupportedException>(failure.InnerException);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(-2.0)]
    [InlineData(4294967295.0)]
    public void A_time_that_no_timer_runs_is_refused(double milliseconds) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ActionOptions { Timeout = TimeSpan.FromMilliseconds(milliseconds) });

    [Fact]
    public async Task Every_form_of_a_secret_is_redacted()
    {
        const string secret = "s3cr/t +?key-0123456789";
        string base64 = Convert.ToBase64String(Encoding.UTF8.GetBytes(secret));
        string[] forms =
        [
            secret, base64, base64.TrimEnd('=').Replace('+', '-').Replace('/', '_'), Uri.EscapeDataString(secret), Uri.EscapeDataString(secret).ToLowerInvariant(),
            Convert.ToBase64String(Encoding.UTF8.GetBytes("the client:" + secret)), Convert.ToBase64String(Encoding.UTF8.GetBytes(secret + ":")),
        ];
        ErrorRule rule = new() { Code = ErrorCode.ProviderError, Message = (_, _) => string.Join(" | ", forms), ProviderCode = (_, _) => base64 };
        ConnectorOptions options = TestConnector.Options(new FakeProvider(_ => Status(400, ("X-Request-Id", base64))));
        options.Values["api_key"] = secret;
        InteractorException failure = await Assert.ThrowsAsync<InteractorException>(() => new ActionExecutor(TestConnector.Make(), options).ExecuteAsync(
            TestActions.Get(errors: [rule]), JsonValue.Null, cancellationToken: Token));
        Assert.Equal(string.Join(" | ", forms.Select(static _ => "[secret]")), failure.Message);
        Assert.Equal(("[secret]", "[secret]"), (failure.ProviderCode, failure.RequestId));
    }

    private static bool TryRead(ref JsonScanner scanner, [MaybeNullWhen(false)] out string value) => throw new FormatException();

    private static Task<InteractorException> FailAsync(ActionExecutor executor, string[] methods) => Assert.ThrowsAsync<InteractorException>(
        () => executor.ExecuteAsync(TestActions.Get(methods: methods), JsonValue.Null, cancellationToken: Token));
}
