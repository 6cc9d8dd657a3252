using System.Text;

namespace Interactor.Compiler.Tests.Expressions;

public sealed class MimeMeaningTests
{
    [Fact]
    public void A_message_is_built_from_typed_values() => Assert.Equal(
        "To: a@b, b@b, c@b\r\nSubject: red\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n"
        + "Content-Transfer-Encoding: quoted-printable\r\n\r\nHi 7",
        Built("mime({to: input.tags.map(t, t + '@b'), cc: input.absent, subject: input.color, text: 'Hi ' + string(input.small)})"));

    [Theory]
    [InlineData("[{name: 'a.txt', type: 'text/plain', content: 'Hello'}]", "SGVsbG8=")]
    [InlineData("[{name: 'a.bin', content: input.data}]", "AQL/")]
    [InlineData("input.tags.map(t, {name: t, content: t + '!'})", "YSE=")]
    [InlineData("[{content: base64.decode('AQL/')}]", "AQL/")]
    [InlineData("json.parse('[{\"name\":\"a\",\"content\":\"AQL/\"}]')", "AQL/")]
    public void Attachments_come_as_literals_and_as_json(string attachments, string base64) =>
        Assert.Contains("\r\n\r\n" + base64, Built($"mime({{attachments: {attachments}}})"), StringComparison.Ordinal);

    [Fact]
    public void Failures_have_their_code() => Meaning.Check(
        ("${mime({to: 'nobody'})}", "!input_invalid"),
        ("${mime({subject: 'a\\r\\nBcc: x@y'})}", "!input_invalid"),
        ("${mime({subject: response.body.list})}", "!contract_violation"),
        ("${mime({to: response.body.id})}", "!input_invalid"));

    private static string Built(string expression) =>
        Encoding.Latin1.GetString(Convert.FromBase64String(Meaning.Run("${base64(" + expression + ")}").Trim('"')));
}
