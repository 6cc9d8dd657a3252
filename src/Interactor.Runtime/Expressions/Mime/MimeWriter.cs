using System.Text;

namespace Interactor.Runtime.Expressions.Mime;

/// <summary>Writes a checked message.</summary>
internal static class MimeWriter
{
    public static byte[] Write(MimeMessage message)
    {
        StringBuilder text = new();
        foreach ((string header, IReadOnlyList<MimeAddress> addresses) in message.Addresses)
        {
            text.Append(AddressHeader.Write(header, addresses));
        }

        if (message.Subject is { } subject)
        {
            text.Append(Unstructured("Subject", subject));
        }

        foreach ((string name, string value) in message.Headers)
        {
            text.Append(Unstructured(name, value));
        }

        MimePart body = Body(message);
        text.Append("MIME-Version: 1.0\r\n").Append(body.Headers).Append("\r\n").Append(body.Body);
        return Encoding.ASCII.GetBytes(text.ToString());
    }

    private static MimePart Body(MimeMessage message)
    {
        MimePart content = Content(message);
        return message.Attachments.Count == 0
            ? content
            : MimePart.Multipart("mixed", [content, .. message.Attachments.Select(MimePart.OfAttachment)]);
    }

    // The last alternative is the one that a reader prefers (RFC 2046, section 5.1.4).
    private static MimePart Content(MimeMessage message) => (message.Text, message.Html) switch
    {
        ({ } text, { } html) => MimePart.Multipart("alternative", [MimePart.OfText("text/plain", text), MimePart.OfText("text/html", html)]),
        (_, { } html) => MimePart.OfText("text/html", html),
        var (text, _) => MimePart.OfText("text/plain", text ?? string.Empty),
    };

    private static string Unstructured(string name, string value)
    {
        HeaderLine line = new(name);
        line.AppendText(value);
        return line.Finish();
    }
}
