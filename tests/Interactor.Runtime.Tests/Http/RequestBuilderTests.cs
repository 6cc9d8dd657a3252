using System.Text;
using Interactor.Runtime.Http;
using Interactor.Runtime.Json;
using Xunit;

namespace Interactor.Runtime.Tests.Http;

public sealed class RequestBuilderTests
{
    private readonly RequestBuilder _request = new();

    private string Target => _request.Target.ToString();

    [Theory]
    [InlineData("a b", "a%20b")]
    [InlineData("a/b", "a%2Fb")]
    [InlineData("a?b#c", "a%3Fb%23c")]
    [InlineData("%2e%2e", "%252e%252e")]
    [InlineData("ä€😀", "%C3%A4%E2%82%AC%F0%9F%98%80")]
    [InlineData("A-Z._~09", "A-Z._~09")]
    [InlineData("a+b&c=d;e:f@g", "a%2Bb%26c%3Dd%3Be%3Af%40g")]
    [InlineData("...", "...")]
    public void A_segment_cannot_reach_beyond_itself(string value, string expected)
    {
        _request.Path("/x/");
        _request.Segment(value);
        _request.Path("/y");
        Assert.Equal($"/x/{expected}/y", Target);
    }

    [Fact]
    public void Half_a_character_becomes_the_replacement_character()
    {
        _request.Segment("a\ud800b");
        Assert.Equal("a%EF%BF%BDb", Target);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    public void A_segment_that_would_name_another_path_is_refused(string? value) =>
        Assert.Equal(ErrorCode.InputInvalid, Assert.Throws<InteractorException>(() => _request.Segment(value)).Code);

    [Fact]
    public void A_literal_is_kept_and_its_query_continued()
    {
        _request.Path("/a%20b/c d?fixed=1 2");
        _request.Query("q", "x");
        Assert.Equal("/a%20b/c%20d?fixed=1%202&q=x", Target);
    }

    [Fact]
    public void Null_and_empty_lists_are_left_out_of_the_query()
    {
        _request.Path("/a");
        _request.Query("n", null);
        _request.Query("l", [], QueryStyle.Form, explode: true, allowReserved: false);
        _request.Query("v", JsonValue.Null, QueryStyle.Form, true, false);
        _request.Query("e", "");
        Assert.Equal("/a?e=", Target);
    }

    [Theory]
    [InlineData(QueryStyle.Form, true, "?c=a%20b&c=%2B%26%2C")]
    [InlineData(QueryStyle.Form, false, "?c=a%20b,%2B%26%2C")]
    [InlineData(QueryStyle.SpaceDelimited, false, "?c=a%20b%20%2B%26%2C")]
    [InlineData(QueryStyle.PipeDelimited, false, "?c=a%20b%7C%2B%26%2C")]
    [InlineData(QueryStyle.PipeDelimited, true, "?c=a%20b&c=%2B%26%2C")]
    public void Lists_follow_style_and_explode(QueryStyle style, bool explode, string expected)
    {
        _request.Query("c", ["a b", null, "+&,"], style, explode, allowReserved: false);
        Assert.Equal(expected, Target);
    }

    [Theory]
    [InlineData(QueryStyle.Form, true, "?R=100&G=x%20y")]
    [InlineData(QueryStyle.Form, false, "?c=R,100,G,x%20y")]
    [InlineData(QueryStyle.DeepObject, true, "?c%5BR%5D=100&c%5BG%5D=x%20y")]
    public void Objects_follow_style_and_explode(QueryStyle style, bool explode, string expected)
    {
        _request.Query("c", JsonValue.Parse("""{"R":100,"none":null,"G":"x y"}"""), style, explode, allowReserved: false);
        Assert.Equal(expected, Target);
    }

    [Fact]
    public void Deep_objects_nest_in_brackets()
    {
        _request.Query("f", JsonValue.Parse("""{"a":{"b":[1,{"c":true}]}}"""), QueryStyle.DeepObject, true, false);
        Assert.Equal("f[a][b][0]=1&f[a][b][1][c]=true", Uri.UnescapeDataString(Target[1..]));
    }

    [Fact]
    public void An_object_too_deep_for_its_style_is_refused() =>
        Assert.Equal(ErrorCode.InputInvalid, Assert.Throws<InteractorException>(() => _request.Query("f", JsonValue.Parse("""{"a":{"b":1}}"""), QueryStyle.Form, true, false)).Code);

    [Fact]
    public void Reserved_characters_may_stay_but_never_end_the_value()
    {
        _request.Query("q", "a/b:c?d&e#f+g[h]", allowReserved: true);
        Assert.Equal("?q=a/b:c?d%26e%23f%2Bg%5Bh%5D", Target);
    }

    [Theory]
    [InlineData("a\r\nX-Evil: 1")]
    [InlineData("a\nb")]
    [InlineData("a\0b")]
    [InlineData("a\u007fb")]
    [InlineData("größe")]
    [InlineData("a\u2028b")]
    public void A_header_value_cannot_start_another_line(string value)
    {
        InteractorException failure = Assert.Throws<InteractorException>(() => _request.Header("X-A", value));
        Assert.Equal(ErrorCode.InputInvalid, failure.Code);
        Assert.DoesNotContain(value, failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("X A")]
    [InlineData("")]
    [InlineData("X\r\nY")]
    [InlineData("Host")]
    [InlineData("content-length")]
    [InlineData("Transfer-Encoding")]
    public void A_header_name_is_a_token_and_not_the_clients(string name) =>
        Assert.Equal(ErrorCode.InputInvalid, Assert.Throws<InteractorException>(() => _request.Header(name, "x")).Code);

    [Fact]
    public void The_last_value_of_a_header_wins_and_null_leaves_it()
    {
        _request.Header("X-A", "1");
        _request.Header("x-a", "2\t3");
        _request.Header("X-A", null);
        Assert.Equal("2\t3", Assert.Single(_request.Headers).Value);
    }

    [Fact]
    public void Cookies_join_and_cannot_smuggle_another()
    {
        _request.Cookie("a", "1");
        _request.Cookie("b", "2");
        Assert.Equal("a=1; b=2", Assert.Single(_request.Headers).Value);
        Assert.Throws<InteractorException>(() => _request.Cookie("c", "1; d=2"));
    }

    [Fact]
    public async Task A_form_body_is_form_encoded()
    {
        _request.Form("a b", "1+2 &ü");
        _request.Form("none", (string?)null);
        _request.Form("l", ["x", "y"]);
        RequestContent content = _request.ToContent()!;
        Assert.Equal("a+b=1%2B2+%26%C3%BC&l=x&l=y", await content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal("application/x-www-form-urlencoded", content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Json_text_and_bytes_bodies_carry_their_media_type()
    {
        _request.Json().WriteStringValue("größe <b>");
        Assert.Equal("\"größe <b>\"", await _request.ToContent()!.ReadAsStringAsync(TestContext.Current.CancellationToken));

        _request.Clear();
        _request.Text("ü", "text/plain; charset=utf-8");
        RequestContent text = _request.ToContent()!;
        Assert.Equal("ü"u8.ToArray(), await text.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal("text/plain; charset=utf-8", text.Headers.ContentType!.ToString());

        _request.Clear();
        _request.Bytes(Encoding.ASCII.GetBytes("abc"), "application/octet-stream");
        Assert.Equal("abc", await _request.ToContent()!.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_request_has_one_body()
    {
        _request.Form("a", "1");
        Assert.Throws<InvalidOperationException>(() => _request.Json());
    }

    [Fact]
    public void A_whole_url_replaces_the_path_and_loses_its_fragment()
    {
        _request.Path("/a");
        _request.Url("https://x.example.com/b?c=1#frag");
        _request.Query("d", "2");
        Assert.Equal("https://x.example.com/b?c=1&d=2", Target);
        Assert.Throws<InteractorException>(() => _request.Url("https://x\r\n.example.com"));
    }

    [Fact]
    public async Task A_body_that_is_still_being_written_is_not_reused()
    {
        _request.Text("abc", "text/plain");
        RequestContent content = _request.ToContent()!;
        SlowStream slow = new();
        Task writing = content.CopyToAsync(slow, TestContext.Current.CancellationToken);
        Assert.False(content.TrySeal());
        slow.Release();
        await writing;
        Assert.True(content.TrySeal());
        await Assert.ThrowsAnyAsync<Exception>(() => content.CopyToAsync(Stream.Null, TestContext.Current.CancellationToken));
    }

    private sealed class SlowStream : MemoryStream
    {
        private readonly TaskCompletionSource _released = new();

        public void Release() => _released.SetResult();

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => await _released.Task;
    }

    [Theory]
    [InlineData("""{"x":1,"y":"a/b"}""", "x,1,y,a%2Fb")]
    [InlineData("""["a,b","c"]""", "a%2Cb,c")]
    [InlineData("7", "7")]
    public void Any_value_in_a_path_stands_between_commas(string json, string expected)
    {
        _request.Path("/");
        _request.Segment(JsonValue.Parse(json));
        Assert.Equal("/" + expected, Target);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("[[1]]")]
    [InlineData("""["..","a"]""")]
    [InlineData("""{"a":{"b":1}}""")]
    public void A_value_that_a_path_cannot_carry_is_refused(string json) =>
        Assert.Equal(ErrorCode.InputInvalid, Assert.Throws<InteractorException>(() => _request.Segment(JsonValue.Parse(json))).Code);

    [Theory]
    [InlineData("""{"x":1,"y":"b"}""", false, "x,1,y,b")]
    [InlineData("""{"x":1,"y":"b"}""", true, "x=1,y=b")]
    [InlineData("""["a","b"]""", true, "a,b")]
    public void Any_value_in_a_header_stands_between_commas(string json, bool explode, string expected)
    {
        _request.Header("X-Value", JsonValue.Parse(json), explode);
        Assert.Equal(expected, Assert.Single(_request.Headers).Value);
    }

    [Fact]
    public async Task Fields_of_any_shape_nest_in_brackets()
    {
        _request.FormMembers(JsonValue.Parse("""{"a":"x y","b":[1,2],"c":{"d":{"e":true},"f":null},"g":[{"h":1}],"i":null}"""));
        Assert.Equal("a=x+y&b=1&b=2&c%5Bd%5D%5Be%5D=true&g%5B0%5D%5Bh%5D=1", await _request.ToContent()!.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("[1]")]
    [InlineData("\"text\"")]
    public void A_form_of_something_else_than_an_object_is_refused(string json)
    {
        Assert.Equal(ErrorCode.InputInvalid, Assert.Throws<InteractorException>(() => _request.FormMembers(JsonValue.Parse(json))).Code);
        Assert.Equal(ErrorCode.InputInvalid, Assert.Throws<InteractorException>(() => _request.PartMembers(JsonValue.Parse(json))).Code);
    }

    [Fact]
    public async Task Parts_have_texts_files_and_JSON()
    {
        _request.Part("note", "grüße");
        _request.Part("tags", ["a", null, "b"]);
        _request.Part("file\"\r\nX-Evil: 1", (ReadOnlyMemory<byte>)new byte[] { 1, 2 }, "image/png");
        _request.Part("meta", JsonValue.Parse("""{"k":[1]}"""));
        _request.Part("many", JsonValue.Parse("""[{"a":1},"t"]"""));
        _request.Part("none", (string?)null);
        RequestContent content = _request.ToContent()!;
        string boundary = content.Headers.ContentType!.Parameters.Single().Value!;
        string body = Encoding.UTF8.GetString(await content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        string expected = """
            --B
            Content-Disposition: form-data; name="note"

            grüße
            --B
            Content-Disposition: form-data; name="tags"

            a
            --B
            Content-Disposition: form-data; name="tags"

            b
            --B
            Content-Disposition: form-data; name="file%22%0D%0AX-Evil: 1"; filename="file%22%0D%0AX-Evil: 1"
            Content-Type: image/png

            \u0001\u0002
            --B
            Content-Disposition: form-data; name="meta"
            Content-Type: application/json

            {"k":[1]}
            --B
            Content-Disposition: form-data; name="many"
            Content-Type: application/json

            {"a":1}
            --B
            Content-Disposition: form-data; name="many"

            t
            --B--

            """;
        Assert.Equal(expected.ReplaceLineEndings("\r\n").Replace("\\u0001\\u0002", "\u0001\u0002", StringComparison.Ordinal), body.Replace(boundary, "B", StringComparison.Ordinal));
    }

    [Fact]
    public void The_media_type_of_a_part_cannot_begin_a_header() =>
        Assert.Throws<InteractorException>(() => _request.Part("a", "b", "text/plain\r\nX-Evil: 1"));

    [Fact]
    public void Each_multipart_body_has_a_boundary_of_its_own()
    {
        string first = BoundaryOf();
        _request.Clear();
        Assert.NotEqual(first, BoundaryOf());

        string BoundaryOf()
        {
            _request.Part("a", "b");
            return _request.ToContent()!.Headers.ContentType!.ToString();
        }
    }
}
