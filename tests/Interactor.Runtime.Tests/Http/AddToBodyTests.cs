using System.Text;
using Interactor.Runtime.Http;
using Xunit;

namespace Interactor.Runtime.Tests.Http;

/// <summary>A credential in the body, whatever the body is.</summary>
public sealed class AddToBodyTests
{
    private readonly RequestBuilder _request = new();

    [Theory]
    [InlineData("{}", """{"key":"v"}""")]
    [InlineData("""{"a":{"key":1},"b":[{"key":2}]}""", """{"a":{"key":1},"b":[{"key":2}],"key":"v"}""")]
    [InlineData("{ \"a\" : 1 }\n", """{ "a" : 1 ,"key":"v"}""")]
    public async Task An_object_gets_a_member(string json, string expected)
    {
        _request.Json().WriteRawValue(json, skipInputValidation: true);
        _request.AddToBody("key", "v");
        Assert.Equal(expected, await BodyAsync());
    }

    [Fact]
    public async Task A_deep_object_gets_a_member_too()
    {
        string deep = $"{{\"a\":{new string('[', 500)}{new string(']', 500)}}}";
        _request.Json().WriteRawValue(deep, skipInputValidation: true);
        _request.AddToBody("key", "v");
        Assert.Equal(deep[..^1] + ",\"key\":\"v\"}", await BodyAsync());
    }

    [Fact]
    public async Task Name_and_value_cannot_end_their_texts()
    {
        _request.Json().WriteRawValue("{}");
        _request.AddToBody("a\"b", "c\",\"d\":\"\u0001ä");
        using System.Text.Json.JsonDocument body = System.Text.Json.JsonDocument.Parse(await BodyAsync());
        Assert.Equal("c\",\"d\":\"\u0001ä", Assert.Single(body.RootElement.EnumerateObject()).Value.GetString());
    }

    [Fact]
    public async Task A_form_gets_a_field()
    {
        _request.Form("a", "1");
        _request.AddToBody("key", "v&w");
        Assert.Equal("a=1&key=v%26w", await BodyAsync());
    }

    [Fact]
    public async Task Without_a_body_a_form_begins()
    {
        _request.AddToBody("none", null);
        Assert.Null(_request.ToContent());
        _request.AddToBody("key", "v");
        Assert.Equal("key=v", await BodyAsync());
    }

    [Fact]
    public async Task A_multipart_body_gets_a_part()
    {
        _request.Part("a", "1");
        _request.AddToBody("key", "v");
        Assert.Contains("name=\"key\"\r\n\r\nv\r\n", await BodyAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("1")]
    [InlineData("""{"key":null}""")]
    [InlineData("""{"k\u0065y":null}""")]
    public void What_cannot_carry_it_is_refused(string json)
    {
        _request.Json().WriteRawValue(json);
        InteractorException failure = Assert.Throws<InteractorException>(() => _request.AddToBody("key", TestSecret));
        Assert.Equal(ErrorCode.InputInvalid, failure.Code);
        Assert.DoesNotContain(TestSecret, failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Text_cannot_carry_it()
    {
        _request.Text("a", "text/plain");
        Assert.Equal(ErrorCode.InputInvalid, Assert.Throws<InteractorException>(() => _request.AddToBody("key", "v")).Code);
    }

    private const string TestSecret = "canary-secret";

    private async Task<string> BodyAsync() => Encoding.UTF8.GetString(await _request.ToContent()!.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
}
