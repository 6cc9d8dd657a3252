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

    /// <summary>A secret, and what a writer makes of it in a URL.</summary>
    public static TheoryData<string, string> PercentWriters => new()
    {
        // What encodeURIComponent leaves alone.
        { "p@ss!word*(1)'x~9", "p%40ss!word*(1)'x~9" },

        // What urllib.parse.quote leaves alone, and quote_plus.
        { "wJalr/K7MDENG+bPx~Rfi", "wJalr/K7MDENG%2BbPx~Rfi" },
        { "wJalr/K7 MDENG+bPx~Rfi", "wJalr%2FK7+MDENG%2BbPx~Rfi" },

        // What url.PathEscape leaves alone.
        { "AbCd+12/34==xyz:@$&", "AbCd+12%2F34==xyz:@$&" },

        // What WebUtility.UrlEncode leaves alone, with a plus sign for a space.
        { "two words/1+!(x)*", "two+words%2F1%2B!(x)*" },

        // What a browser leaves alone in a query, and rawurlencode in its oldest form.
        { "AbCd+12/34==xyz", "AbCd%2B12/34==xyz" },
        { "AbCd~12/34==xyz", "AbCd%7E12%2F34%3D%3Dxyz" },

        // Digits of either case, or of both.
        { Secret, Uri.EscapeDataString(Secret) },
        { "a/b<c>d", "a%2fb%3cc%3ed" },
        { "a/b<c>d", "a%2fb%3Cc%3ed" },

        // Everything, and everything twice.
        { Secret, All(Secret) },
        { Secret, All(All(Secret)) },

        // In a URL in a URL, as values and as forms.
        { Secret, Uri.EscapeDataString(Uri.EscapeDataString(Secret)) },
        { "two words/1+!(x)*", "two%2Bwords%252F1%252B%21%28x%29%2A" },
        { "two words/1+!(x)*", "two%2520words%252F1%252B!(x)*" },

        // In a URL in JSON in JSON, and in JSON in a URL.
        { "p@ss!word*(1)'x9/", JsonEncodedText.Encode(JsonEncodedText.Encode("p%40ss!word*(1)'x9%2F").Value).Value },
        { "p@ss!word*(1)'x9/", Uri.EscapeDataString(JsonEncodedText.Encode("p@ss!word*(1)'x9/").Value) },
        { Secret, Uri.EscapeDataString(Convert.ToBase64String(Encoding.UTF8.GetBytes(Secret))) },

        // What escape() made of a character, in ISO 8859-1.
        { "z/Né-q8", "z/N%E9-q8" },

        // Nothing, though the secret looks as if.
        { "ab%41+c%d", "ab%41+c%d" },
        { "ab%41+c%d", "ab%2541%2Bc%25d" },
    };

    [Theory]
    [MemberData(nameof(PercentWriters))]
    public async Task A_secret_is_found_whichever_of_its_characters_are_percent_encoded(string secret, string written) =>
        Assert.Equal("no page '/x?key=[secret]&y=%2F+1'!", (await FailAsync($"no page '/x?key={written}&y=%2F+1'!", secret)).Message);

    [Theory]
    [InlineData("100% of %zz and %4")]
    [InlineData("%")]
    [InlineData("%%%2%+%")]
    [InlineData("%C3")]
    [InlineData("%C3%28%E2%82+%F0%9F%98 %FF%FE%80%ED%A0%80%F8%88%80%80%80%C0%AF")]
    [InlineData("%+1%-1% 1%0x%u00e9%\\u0034")]
    public async Task What_is_no_percent_encoding_stays_and_hides_no_secret(string malformed)
    {
        Assert.Equal(malformed, (await FailAsync(malformed, "a/b<c>d")).Message);
        Assert.Equal($"{malformed} [secret]{malformed}", (await FailAsync($"{malformed} a%2Fb<c%3ed{malformed}", "a/b<c>d")).Message);
    }

    // Direction, line breaks, other controls, spaces of no width, soft hyphens.
    [Theory]
    [InlineData("\\u202a")]
    [InlineData("\\u2066")]
    [InlineData("\\n")]
    [InlineData("\\r\\n ")]
    [InlineData("\\u2028")]
    [InlineData("\\u0000")]
    [InlineData("\\u001b")]
    [InlineData("\\u0085")]
    [InlineData("\\u200b")]
    [InlineData("\\u00ad")]
    [InlineData("\\ufeff")]
    public async Task A_secret_is_found_whatever_unseen_splits_it(string escaped)
    {
        string unseen = JsonSerializer.Deserialize<string>($"\"{escaped}\"")!;
        foreach (string split in (string[])[unseen, escaped, Uri.EscapeDataString(unseen)])
        {
            Assert.Equal("bad key '[secret]'! Try again.", (await FailAsync($"bad key 's3cr&{split}t/<k>ey'!\nTry again.", "s3cr&t/<k>ey")).Message);
            Assert.Equal("bad key [secret] Try again.", (await FailAsync($"bad key s3cr%26t/{split}<k>ey\nTry again.", "s3cr&t/<k>ey")).Message);
        }
    }

    [Theory]
    [InlineData('\u202a')]
    [InlineData('\u200b')]
    public async Task A_secret_is_found_when_an_unseen_character_splits_an_escape(char unseen) =>
        Assert.Equal("bad key [secret]!", (await FailAsync($"bad key s3cr%2{unseen}6t\\{unseen}u002fkey!", "s3cr&t/key")).Message);

    [Fact]
    public async Task A_percent_sign_beside_a_gap_takes_nothing_from_a_secret() =>
        Assert.Equal("100% [secret]", (await FailAsync("100% ab/c%3cd", "ab/c<d")).Message);

    [Theory]
    [InlineData("one\ntwo three\n", "one\ntwo three\n")]
    [InlineData("one\ntwo three\n", "one\r\ntwo three\r\n")]
    [InlineData("one\r\ntwo three", "one\ntwo three")]
    [InlineData("one\ntwo three\n", "one\\ntwo three\\n")]
    [InlineData("one two three", "one two\nthree")]
    public async Task A_secret_of_several_lines_is_found_however_they_end(string secret, string written) =>
        Assert.StartsWith("bad key [secret]", (await FailAsync($"bad key {written}", secret)).Message, StringComparison.Ordinal);

    [Fact]
    public async Task What_nobody_sees_is_no_secret() =>
        Assert.Equal("a b c", (await FailAsync("a b\nc", "    ", "\u202a\u202a\n\n\n", "a\n\n\nb")).Message);

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
        string endless = string.Concat(Enumerable.Repeat("\\u0061b%25%32%35+c", 2_000_000));
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

    private static string All(string text) => string.Concat(Encoding.UTF8.GetBytes(text).Select(static b => $"%{b:X2}"));

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
