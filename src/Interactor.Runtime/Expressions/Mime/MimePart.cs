using System.Security.Cryptography;
using System.Text;

namespace Interactor.Runtime.Expressions.Mime;

/// <summary>A body with the headers that describe it.</summary>
/// <param name="Headers">Whole lines.</param>
/// <param name="Body">7-bit text with CRLF line ends.</param>
internal sealed record MimePart(string Headers, string Body)
{
    public static MimePart OfText(string type, string text)
    {
        string lines = text.ReplaceLineEndings("\r\n");
        string quoted = QuotedPrintable.Encode(lines);
        byte[] bytes = Encoding.UTF8.GetBytes(lines);
        bool isQuoted = quoted.Length <= (bytes.Length + 2) / 3 * 4;
        string encoding = isQuoted ? "quoted-printable" : "base64";
        return new MimePart(
            $"Content-Type: {type}; charset=utf-8\r\nContent-Transfer-Encoding: {encoding}\r\n",
            isQuoted ? quoted : Base64Lines(bytes));
    }

    public static MimePart OfAttachment(MimeAttachment attachment)
    {
        HeaderLine disposition = new("Content-Disposition");
        IReadOnlyList<string> parameters = attachment.Name is { } name ? FileNameParameter.Of(name) : [];
        disposition.Append(parameters.Count == 0 ? "attachment" : "attachment;");
        for (int i = 0; i < parameters.Count; i++)
        {
            disposition.Append(parameters[i] + (i < parameters.Count - 1 ? ";" : string.Empty));
        }

        return new MimePart(
            $"Content-Type: {attachment.Type}\r\nContent-Transfer-Encoding: base64\r\n{disposition.Finish()}",
            Base64Lines(attachment.Content.Span));
    }

    /// <summary>Parts under one header (RFC 2046, section 5.1). The boundary comes from their content, and no encoding of theirs writes its <c>=_</c>.</summary>
    public static MimePart Multipart(string subtype, IReadOnlyList<MimePart> parts)
    {
        string content = string.Concat(parts.Select(p => p.Headers + "\r\n" + p.Body));
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(content));
        string boundary = $"=_{subtype}_{Convert.ToHexStringLower(hash.AsSpan(0, 16))}";
        string body = string.Concat(parts.Select(p => $"--{boundary}\r\n{p.Headers}\r\n{p.Body}\r\n")) + $"--{boundary}--\r\n";
        return new MimePart($"Content-Type: multipart/{subtype};\r\n boundary=\"{boundary}\"\r\n", body);
    }

    private static string Base64Lines(ReadOnlySpan<byte> bytes) => Convert.ToBase64String(bytes, Base64FormattingOptions.InsertLineBreaks);
}
