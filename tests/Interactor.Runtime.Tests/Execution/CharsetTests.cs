using Interactor.Runtime.Http;
using Interactor.Runtime.Json;
using Interactor.Runtime.Tests.Fakes;
using Xunit;
using static Interactor.Runtime.Tests.Fakes.FakeProvider;

namespace Interactor.Runtime.Tests.Execution;

/// <summary>What an answer says about itself is named in errors as far as it can stand there.</summary>
public sealed class CharsetTests
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(ResponseBodyKind.Text)]
    [InlineData(ResponseBodyKind.Xml)]
    public async Task A_charset_that_is_not_read_is_named_and_so_are_those_that_are(ResponseBodyKind kind)
    {
        InteractorException failure = await FailAsync(kind, "text/xml; charset=windows-31j", "<a/>"u8.ToArray());
        Assert.Equal((ErrorCode.ContractViolation, 200), (failure.Code, failure.Status));
        Assert.Contains("the charset 'windows-31j', which is not read; UTF-8, UTF-16, ISO-8859-1 and US-ASCII are", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ResponseBodyKind.Text)]
    [InlineData(ResponseBodyKind.Xml)]
    public async Task What_is_named_is_short_and_has_no_control_characters_and_no_secret(ResponseBodyKind kind)
    {
        string charset = $"\"x\u0009\u0085\u202e y{TestConnector.Secret}{new string('z', 5000)}\"";
        InteractorException failure = await FailAsync(kind, $"text/xml; charset={charset}", "<a/>"u8.ToArray());
        Assert.Equal(ErrorCode.ContractViolation, failure.Code);
        Assert.DoesNotContain(failure.Message, char.IsControl);
        Assert.DoesNotContain(TestConnector.Secret, failure.ToString(), StringComparison.Ordinal);
        Assert.True(failure.Message.Length < 300);
    }

    [Fact]
    public async Task The_encoding_of_a_document_says_no_secret()
    {
        InteractorException failure = await FailAsync(ResponseBodyKind.Xml, "application/xml", System.Text.Encoding.UTF8.GetBytes($"<?xml version='1.0' encoding='{TestConnector.Secret}'?><a/>"));
        Assert.Contains("its encoding is '[secret]'", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(TestConnector.Secret, failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nor_does_a_media_type()
    {
        InteractorException failure = await FailAsync(ResponseBodyKind.Json, $"text/{TestConnector.Secret}{new string('z', 5000)}", "<a/>"u8.ToArray());
        Assert.Contains("with 'text/[secret]zzz", failure.Message, StringComparison.Ordinal);
        Assert.True(failure.Message.Length < 300);
    }

    private static async Task<InteractorException> FailAsync(ResponseBodyKind kind, string mediaType, byte[] body)
    {
        FakeProvider provider = new(_ => Body(body, mediaType));
        ActionExecutor executor = new(TestConnector.Make(), TestConnector.Options(provider));
        return kind == ResponseBodyKind.Text
            ? await Assert.ThrowsAsync<InteractorException>(() => executor.ExecuteAsync(Action(new JsonContract<string>(JsonRead.TryString, JsonEmit.String, JsonContracts.Any.Schema), kind), JsonValue.Null, cancellationToken: Token))
            : await Assert.ThrowsAsync<InteractorException>(() => executor.ExecuteAsync(Action(JsonContracts.Any, kind), JsonValue.Null, cancellationToken: Token));
    }

    private static RequestAction<JsonValue, TOutput> Action<TOutput>(JsonContract<TOutput> output, ResponseBodyKind kind) => new()
    {
        Id = "thing.get",
        Effect = ActionEffect.Read,
        Methods = ["key"],
        Input = JsonContracts.Any,
        Output = output,
        Server = "api",
        Method = "GET",
        BodyKind = kind,
        Build = static (request, _, _) => request.Path("/v1/thing"),
    };
}
