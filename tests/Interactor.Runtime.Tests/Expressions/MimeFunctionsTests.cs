using System.Text.Json;
using Xunit;

namespace Interactor.Runtime.Tests.Expressions;

public sealed class MimeFunctionsTests
{
    [Fact]
    public void A_plain_message() => Assert.Equal(
        "To: a@example.com, b@example.com\r\nSubject: Hi there\r\nX-Thing: 1\r\nMIME-Version: 1.0\r\n"
        + "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nHello\r\nworld",
        MimeMessages.Build("""{"to":["a@example.com","b@example.com"],"cc":null,"bcc":[],"subject":"Hi there","text":"Hello\nworld","headers":{"X-Thing":1,"X-None":null}}"""));

    [Fact]
    public void The_same_input_gives_the_same_bytes()
    {
        const string Json = """{"to":"a@example.com","text":"t","html":"<p>h</p>","attachments":[{"name":"a.txt","content":"AQL/"}]}""";

        Assert.Equal(MimeMessages.Build(Json), MimeMessages.Build(Json));
    }

    [Theory]
    [InlineData("plain words that are long enough to be folded at some place because they go on and on past the end of a line")]
    [InlineData("Grüße aus Köln 👋")]
    [InlineData("日本語の件名がとても長い場合には複数の符号化された語に分けなければならないのですが文字の途中で切ってはいけません")]
    [InlineData("two  spaces")]
    [InlineData(" leading")]
    [InlineData("trailing ")]
    [InlineData("looks =?utf-8?B?eA==?= encoded")]
    [InlineData("=?")]
    [InlineData("tab\there")]
    [InlineData("averyveryveryveryveryveryveryveryveryveryveryveryveryveryveryveryveryveryverylongword")]
    [InlineData("👋👋👋👋👋👋👋👋👋👋👋👋👋👋👋👋👋👋👋👋👋👋👋👋👋👋👋👋")]
    public void A_subject_survives(string subject)
    {
        string message = MimeMessages.Build(JsonSerializer.Serialize(new { subject }));

        MimeMessages.AssertWellFormed(message);
        Assert.Equal(subject, MimeMessages.Header(message, "Subject"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Hello")]
    [InlineData("line = one\r\n.\r\nFrom here\r\n. dots \r\ntabs\t\r\n")]
    [InlineData("naïve café — with a long line that certainly has to be broken by a soft line break somewhere in it, maybe twice")]
    [InlineData("日本語の本文は引用印字可能よりもbase64のほうが短くなります。日本語の本文は引用印字可能よりもbase64のほうが短くなります。")]
    [InlineData("--=_mixed_boundary\r\n--\r\n")]
    [InlineData("ends with space ")]
    public void A_body_survives(string text)
    {
        string message = MimeMessages.Build(JsonSerializer.Serialize(new { text }));

        MimeMessages.AssertWellFormed(message);
        Assert.Equal(text, MimeMessages.Text(message));
    }

    [Fact]
    public void Line_ends_become_those_of_the_network() =>
        Assert.Equal("a\r\nb\r\nc\r\nd", MimeMessages.Text(MimeMessages.Build("""{"text":"a\nb\rc\r\nd"}""")));

    [Fact]
    public void Text_and_html_are_alternatives()
    {
        string message = MimeMessages.Build("""{"text":"plain","html":"<p>ü</p>"}""");

        MimeMessages.AssertWellFormed(message);
        IReadOnlyList<string> parts = MimeMessages.Parts(message);
        Assert.StartsWith("multipart/alternative;", MimeMessages.Header(message, "Content-Type"), StringComparison.Ordinal);
        Assert.Equal(["text/plain; charset=utf-8", "text/html; charset=utf-8"], parts.Select(p => MimeMessages.Header(p, "Content-Type")));
        Assert.Equal(["plain", "<p>ü</p>"], parts.Select(MimeMessages.Text));
    }

    [Fact]
    public void Attachments_come_after_the_content()
    {
        byte[] data = [.. Enumerable.Range(0, 1000).Select(i => (byte)i)];
        string message = MimeMessages.Build(JsonSerializer.Serialize(new
        {
            text = "t",
            html = "h",
            attachments = new object[]
            {
                new { name = "data.bin", type = "application/x-thing", content = Convert.ToBase64String(data) },
                new { content = "" },
            },
        }));

        MimeMessages.AssertWellFormed(message);
        IReadOnlyList<string> parts = MimeMessages.Parts(message);
        Assert.Equal(2, MimeMessages.Parts(parts[0]).Count);
        Assert.Equal(data, MimeMessages.Content(parts[1]));
        Assert.Equal("application/x-thing", MimeMessages.Header(parts[1], "Content-Type"));
        Assert.Equal("attachment; filename=\"data.bin\"", MimeMessages.Header(parts[1], "Content-Disposition"));
        Assert.Equal("attachment", MimeMessages.Header(parts[2], "Content-Disposition"));
        Assert.Equal("application/octet-stream", MimeMessages.Header(parts[2], "Content-Type"));
        Assert.Empty(MimeMessages.Content(parts[2]));
    }

    [Theory]
    [InlineData("a \\\"quoted\\\".txt", "attachment; filename=\"a \\\"quoted\\\".txt\"")]
    [InlineData("ü b.txt", "attachment; filename*=utf-8''%C3%BC%20b.txt")]
    [InlineData("日本語の長い名前のファイルです.pdf", "attachment; filename*0*=utf-8''%E6%97%A5%E6%9C%AC%E8%AA%9E%E3%81%AE%E9%95%B7; filename*1*=%E3%81%84%E5%90%8D%E5%89%8D%E3%81%AE%E3%83%95; filename*2*=%E3%82%A1%E3%82%A4%E3%83%AB%E3%81%A7%E3%81%99.pdf")]
    public void File_names_survive(string name, string expected)
    {
        string message = MimeMessages.Build($$"""{"attachments":[{"name":"{{name}}","content":""}]}""");

        MimeMessages.AssertWellFormed(message);
        Assert.Equal(expected, MimeMessages.Header(MimeMessages.Parts(message)[1], "Content-Disposition"));
    }

    [Theory]
    [InlineData("\"a@example.com\"", "a@example.com")]
    [InlineData("\"Ann <a@example.com>\"", "Ann <a@example.com>")]
    [InlineData("\"Ann Lee <a@example.com>, b@example.com\"", "\"Ann Lee\" <a@example.com>, b@example.com")]
    [InlineData("\"\\\"Lee, Ann\\\" <a@example.com>\"", "\"Lee, Ann\" <a@example.com>")]
    [InlineData("{\"name\":\"Zoë\",\"address\":\"z@example.com\"}", "Zoë <z@example.com>")]
    [InlineData("{\"name\":\"a\\\"b\\\\c\",\"email\":\"z@example.com\"}", "\"a\\\"b\\\\c\" <z@example.com>")]
    [InlineData("[\"a@example.com\",{\"address\":\"b@example.com\"}]", "a@example.com, b@example.com")]
    [InlineData("\"a@bücher.example\"", "a@xn--bcher-kva.example")]
    [InlineData("\"x+y.z@example.co.uk\"", "x+y.z@example.co.uk")]
    public void Addresses_survive(string to, string expected)
    {
        string message = MimeMessages.Build($$"""{"to":{{to}}}""");

        MimeMessages.AssertWellFormed(message);
        Assert.Equal(expected, MimeMessages.Header(message, "To"));
    }

    [Fact]
    public void Many_addresses_fold()
    {
        string[] to = [.. Enumerable.Range(0, 50).Select(i => $"Someone Nümber {i} <someone{i}@example.com>")];

        string message = MimeMessages.Build(JsonSerializer.Serialize(new { to }));

        MimeMessages.AssertWellFormed(message);
        Assert.Equal(string.Join(", ", to), MimeMessages.Header(message, "To"));
    }

    [Theory]
    [InlineData("""{"subject":"a\r\nBcc: evil@example.com"}""")]
    [InlineData("""{"subject":"a\nb"}""")]
    [InlineData("""{"subject":"a\u0000b"}""")]
    [InlineData("""{"to":"a@example.com\r\nBcc: evil@example.com"}""")]
    [InlineData("""{"to":{"name":"a\r\nBcc: evil","address":"a@example.com"}}""")]
    [InlineData("""{"to":{"name":"a","address":"a@example.com\nX: y"}}""")]
    [InlineData("""{"from":"a@example.com>\r\nX: y <b@example.com"}""")]
    [InlineData("""{"headers":{"X-A":"b\r\nX-C: d"}}""")]
    [InlineData("""{"headers":{"X-A\r\nX-B":"c"}}""")]
    [InlineData("""{"headers":{"X A":"c"}}""")]
    [InlineData("""{"headers":{"Subject":"c"}}""")]
    [InlineData("""{"headers":{"content-type":"text/html"}}""")]
    [InlineData("""{"headers":["a"]}""")]
    [InlineData("""{"headers":{"X-A":{}}}""")]
    [InlineData("""{"attachments":[{"name":"a\r\nX: y","content":""}]}""")]
    [InlineData("""{"attachments":[{"name":"a","type":"text/html\r\nX: y","content":""}]}""")]
    [InlineData("""{"attachments":[{"name":"a","type":"multipart/mixed","content":""}]}""")]
    [InlineData("""{"attachments":[{"name":"a","content":"not base64!"}]}""")]
    [InlineData("""{"attachments":[{"name":"a"}]}""")]
    [InlineData("""{"attachments":["a"]}""")]
    [InlineData("""{"to":"not an address"}""")]
    [InlineData("""{"to":"@example.com"}""")]
    [InlineData("""{"to":"a@"}""")]
    [InlineData("""{"to":"a@b@c"}""")]
    [InlineData("""{"to":"a@exa mple.com"}""")]
    [InlineData("""{"to":"é@example.com"}""")]
    [InlineData("""{"to":["a@example.com",5]}""")]
    [InlineData("""{"from":"a@example.com, b@example.com"}""")]
    [InlineData("""{"text":["a"]}""")]
    public void What_does_not_belong_is_refused_without_being_quoted(string json)
    {
        InteractorException failure = Assert.Throws<InteractorException>(() => MimeMessages.Build(json));

        Assert.Equal(ErrorCode.InputInvalid, failure.Code);
        Assert.StartsWith("'mime(…)' in x.yaml: ", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("evil", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("example", failure.Message, StringComparison.Ordinal);
    }
}
