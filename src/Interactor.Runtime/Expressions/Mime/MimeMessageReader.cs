using System.Text.Json;
using Interactor.Runtime.Json;

namespace Interactor.Runtime.Expressions.Mime;

/// <summary>Reads and checks the parts of a message.</summary>
internal sealed class MimeMessageReader(MimeReport report)
{
    private static readonly (string Key, string Header)[] AddressHeaders =
        [("from", "From"), ("to", "To"), ("cc", "Cc"), ("bcc", "Bcc"), ("replyTo", "Reply-To")];

    // The message itself decides these.
    private static readonly string[] OwnHeaders =
        ["from", "to", "cc", "bcc", "reply-to", "subject", "mime-version", "content-type", "content-transfer-encoding", "content-disposition"];

    private readonly MimeAddressReader _addresses = new(report);

    public MimeMessage Read(JsonValue message) => new()
    {
        Addresses = ReadAddresses(message),
        Subject = Text(message, "subject") is { } subject ? report.HeaderText("the subject", subject) : null,
        Headers = ReadHeaders(Part(message, "headers")),
        Text = Text(message, "text"),
        Html = Text(message, "html"),
        Attachments = ReadAttachments(Part(message, "attachments")),
    };

    private List<(string, IReadOnlyList<MimeAddress>)> ReadAddresses(JsonValue message)
    {
        List<(string, IReadOnlyList<MimeAddress>)> headers = [];
        foreach ((string key, string header) in AddressHeaders)
        {
            IReadOnlyList<MimeAddress> addresses = _addresses.Read($"'{key}'", Part(message, key));
            if (key == "from" && addresses.Count > 1)
            {
                throw report.Failure("'from'", "has more than one address");
            }

            if (addresses.Count > 0)
            {
                headers.Add((header, addresses));
            }
        }

        return headers;
    }

    private List<(string, string)> ReadHeaders(JsonValue headers)
    {
        List<(string, string)> read = [];
        if (headers.IsNull)
        {
            return read;
        }

        if (headers.Kind != JsonValueKind.Object)
        {
            throw report.Failure("'headers'", "is not an object");
        }

        foreach (JsonProperty header in headers.Element.EnumerateObject())
        {
            string name = JsonMembers.NameOf(header) ?? "";
            if (name.Length is 0 or > 70 || !name.All(c => c is > ' ' and < '\x7F' and not ':'))
            {
                throw report.Failure("the name of a header", "is not one of RFC 5322");
            }

            if (OwnHeaders.Contains(name.ToLowerInvariant()))
            {
                throw report.Failure($"the header '{name}'", "has a key of its own and does not stand under 'headers'");
            }

            foreach (JsonValue value in Items(new JsonValue(header.Value)))
            {
                read.Add((name, report.HeaderText($"the header '{name}'", TextOf($"the header '{name}'", value))));
            }
        }

        return read;
    }

    private List<MimeAttachment> ReadAttachments(JsonValue attachments)
    {
        List<MimeAttachment> read = [];
        foreach (JsonValue attachment in Items(attachments))
        {
            if (attachment.Kind != JsonValueKind.Object)
            {
                throw report.Failure("an attachment", "is not an object");
            }

            string? name = Text(attachment, "name");
            string type = Text(attachment, "type") ?? "application/octet-stream";
            read.Add(new MimeAttachment(
                name is null ? null : report.HeaderText("the name of an attachment", name),
                MediaType.IsValid(type) ? type : throw report.Failure("the type of an attachment", "is not a media type such as application/pdf"),
                ReadContent(attachment)));
        }

        return read;
    }

    private ReadOnlyMemory<byte> ReadContent(JsonValue attachment)
    {
        byte[]? content = null;
        return JsonScalar.TryText(Part(attachment, "content"), out string? text) && TryDecode(text, out content)
            ? content
            : throw report.Failure("the content of an attachment", "is not base64 text");
    }

    private static bool TryDecode(string text, out byte[]? content)
    {
        content = new byte[(text.Length + 3) / 4 * 3];
        bool isDecoded = Convert.TryFromBase64String(text, content, out int written);
        content = isDecoded ? content[..written] : null;
        return isDecoded;
    }

    private string? Text(JsonValue owner, string key)
    {
        JsonValue part = Part(owner, key);
        return part.IsNull ? null : TextOf($"'{key}'", part);
    }

    private string TextOf(string part, JsonValue value) => JsonScalar.TryText(value, out string? text)
        ? text
        : value.Kind == JsonValueKind.Number ? value.ToString() : throw report.Failure(part, $"is {JsonKindText.Of(value.Kind)} and not text");

    private static JsonValue Part(JsonValue owner, string key) => owner.TryGetMember(key, out JsonValue part) ? part : default;

    private static IEnumerable<JsonValue> Items(JsonValue value) => value.Kind switch
    {
        JsonValueKind.Null => [],
        JsonValueKind.Array => value.Element.EnumerateArray().Select(item => new JsonValue(item)).Where(item => !item.IsNull),
        _ => [value],
    };
}
