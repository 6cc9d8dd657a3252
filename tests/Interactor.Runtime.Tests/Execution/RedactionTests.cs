using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Interactor.Runtime.Json;
using Interactor.Runtime.Tests.Fakes;
using Xunit;

namespace Interactor.Runtime.Tests.Execution;

/// <summary>What providers say in their errors, without the secrets that they repeat.</summary>
public sealed class RedactionTests
{
    private const string Secret = "zg5/Né\"+<😀\\u00e9-q8";

    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    public static TheoryData<string> Writers =>
    [
        Secret,
        JsonEncodedText.Encode(Secret).Value,
        JsonEncodedText.Encode(Secret, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).Value,

        // Only what is not ASCII, and the solidus: as PHP writes, with small digits.
        "zg5\\/N\\u00e9\\\"+<\\ud83d\\ude00\\\\u00e9-q8",

        // The solidus, but not what is not ASCII.
        "zg5\\/Né\\\"+<😀\\\\u00e9-q8",

        // Only what browsers could misread, with capital digits.
        "zg5/Né\\u0022+\\u003C😀\\u005Cu00e9-q8",
        JsonEncodedText.Encode("zg5\\/N\\u00E9\\\"+<\\uD83D\\uDE00\\\\u00e9-q8").Value,
        string.Concat(Secret.Select(static c => $"\\u{(int)c:x4}")),
        Uri.EscapeDataString(Secret),
        Convert.ToBase64String(Encoding.UTF8.GetBytes(Secret)),
    ];

    [Theory]
    [MemberData(nameof(Writers))]
    public async Task A_secret_is_found_however_it_is_written(string written) =>
        Assert.Equal("bad key '[secret]'!", (await FailAsync($"bad key '{written}'!", Secret)).Message);

    [Theory]
    [InlineData(990)]
    [InlineData(1000 - 19)]
    [InlineData(999)]
    [InlineData(1000)]
    public async Task A_secret_is_not_cut_in_half(int before)
    {
        string message = (await FailAsync(new string('x', before) + Secret + new string('y', 100), Secret)).Message;
        Assert.Equal(new string('x', before) + (before < 1000 ? "[secret]" : "") + "…", message);
    }

    [Fact]
    public async Task Secrets_that_were_taken_out_do_not_let_half_of_another_one_in()
    {
        string message = (await FailAsync("x" + string.Concat(Enumerable.Repeat(Secret, 1_000)), Secret)).Message;
        Assert.Equal("x" + string.Concat(Enumerable.Repeat("[secret]", 1000 / Secret.Length)) + "…", message);
    }

    [Fact]
    public async Task A_message_without_end_is_not_gone_through()
    {
        // Looked at as a whole, for each form of each secret, this takes minutes.
        string endless = string.Concat(Enumerable.Repeat("\\u0061bc", 4_000_000));
        InteractorException failure = await FailAsync(endless, [.. Enumerable.Range(0, 40).Select(static i => $"secret-number-{i}")]);
        Assert.Equal(1001, failure.Message.Length);
        Assert.Equal(1001, failure.ProviderCode!.Length);
    }

    [Fact]
    public async Task A_character_is_not_cut_in_half() =>
        Assert.Equal(new string('x', 999) + "…", (await FailAsync(new string('x', 999) + "😀😀", Secret)).Message);

    [Fact]
    public async Task A_secret_longer_than_the_text_is_not_in_it() =>
        Assert.Equal("short", (await FailAsync("short", new string('s', 1_000_000))).Message);

    [Fact]
    public async Task Names_in_an_answer_that_does_not_fit_are_shown_without_secrets_and_as_one_line()
    {
        const string secret = "s3cr/t~key";
        JsonContract<JsonValue> numbers = new(JsonContracts.Any.Reader, JsonContracts.Any.Writer, new JsonSchema(static () => """{"type":"object","additionalProperties":{"type":"integer"}}"""u8));
        string answer = JsonSerializer.Serialize(new Dictionary<string, string> { [$"a/{secret}\n2026-01-01 FATAL\u001b\u202e"] = "x" });
        ConnectorOptions options = TestConnector.Options(new FakeProvider(_ => FakeProvider.Answer(answer)));
        options.ValidateResponses = true;
        options.Values["api_key"] = secret;
        ActionExecutor executor = new(TestConnector.Make(), options);
        RequestAction<JsonValue, JsonValue> action = new()
        {
            Id = "thing.get",
            Effect = ActionEffect.Read,
            Methods = ["key"],
            Input = JsonContracts.Any,
            Output = numbers,
            Server = "api",
            Method = "GET",
            Build = static (request, _, _) => request.Path("/v1/thing"),
        };
        StreamAction<JsonValue, JsonValue> stream = new()
        {
            Id = "thing.watch",
            Methods = ["key"],
            Input = JsonContracts.Any,
            Item = numbers,
            Server = "api",
            Method = "GET",
            Kind = StreamKind.Lines,
            Build = static (request, _, _) => request.Path("/v1/things"),
        };
        AssertTold(await Assert.ThrowsAsync<InteractorException>(() => executor.ExecuteAsync(action, JsonValue.Null, cancellationToken: Token)));
        AssertTold(await Assert.ThrowsAsync<InteractorException>(async () =>
        {
            await foreach (JsonValue _ in executor.StreamAsync(stream, JsonValue.Null, cancellationToken: Token))
            {
            }
        }));

        static void AssertTold(InteractorException failure)
        {
            Assert.Equal((ErrorCode.ContractViolation, "/a~1[secret] 2026-01-01 FATAL"), (failure.Code, Assert.Single(failure.Details).Pointer));
            Assert.Contains(": /a~1[secret] 2026-01-01 FATAL must be", failure.Message, StringComparison.Ordinal);
        }
    }

    private static Task<InteractorException> FailAsync(string text, params string[] secrets)
    {
        ErrorRule[] rules =
        [
            new()
            {
                Code = ErrorCode.AuthDenied,
                Message = static (response, _) => Encoding.UTF8.GetString(response.Raw.Span),
                ProviderCode = static (response, _) => Encoding.UTF8.GetString(response.Raw.Span),
            },
        ];
        ConnectorDescriptor connector = new()
        {
            Owner = "test",
            Id = "mini",
            Name = "Mini",
            Version = "1.0.0",
            Servers = [new ServerDescriptor("api", static _ => "https://api.example.com")],
            Egress = ["api.example.com"],
            Variables = [.. secrets.Select(static (_, i) => new VariableDescriptor($"secret{i}") { IsSecret = true })],
        };
        FakeProvider provider = new(_ => FakeProvider.Body(Encoding.UTF8.GetBytes(text), "text/plain", 401));
        ConnectorOptions options = new() { HttpHandler = Transport.Over(provider) };
        for (int i = 0; i < secrets.Length; i++)
        {
            options.Values[$"secret{i}"] = secrets[i];
        }

        return Assert.ThrowsAsync<InteractorException>(() => new ActionExecutor(connector, options).ExecuteAsync(TestActions.Get(methods: [], errors: rules), JsonValue.Null, cancellationToken: Token));
    }
}
