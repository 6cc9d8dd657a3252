using System.Text;
using System.Text.Json;

namespace Interactor.Runtime.Http;

/// <summary>Writes the parts of a <c>multipart/form-data</c> body (RFC 7578; RFC 2046, section 5.1).</summary>
internal sealed class MultipartWriter(PooledBuffer target)
{
    private string _boundary = "";

    /// <summary>Begins a body and gives its media type. The boundary is random, so that no value can hold it.</summary>
    public string Begin()
    {
        _boundary = "part-" + Guid.NewGuid().ToString("N");
        return "multipart/form-data; boundary=" + _boundary;
    }

    public void Text(string name, string text, string? contentType)
    {
        if (!Utf16Text.IsWhole(text))
        {
            throw Broken($"The part '{name}' of the body");
        }

        Head(name, fileName: null, contentType);
        Write(text);
        Write("\r\n");
    }

    public void File(string name, ReadOnlySpan<byte> bytes, string? contentType, string? fileName = null)
    {
        BeginFile(name, contentType, fileName);
        target.Write(bytes);
        EndFile();
    }

    /// <summary>Begins a part whose content is written by others.</summary>
    public void BeginFile(string name, string? contentType, string? fileName) => Head(name, fileName ?? name, contentType ?? "application/octet-stream");

    public void EndFile() => Write("\r\n");

    /// <summary>A value whose shape is only known now; null writes nothing.</summary>
    public void Any(string name, JsonElement value, string? contentType)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Array when contentType is null && value.EnumerateArray().All(i => i.ValueKind is not JsonValueKind.Array):
                foreach (JsonElement item in value.EnumerateArray())
                {
                    Any(name, item, contentType);
                }

                break;
            case JsonValueKind.Object or JsonValueKind.Array:
                Text(name, value.GetRawText(), contentType ?? "application/json");
                break;
            default:
                if (SimpleStyle.TextOf(name, value) is { } text)
                {
                    Text(name, text, contentType);
                }

                break;
        }
    }

    /// <summary>Ends the body.</summary>
    public void End() => Write($"--{_boundary}--\r\n");

    private void Head(string name, string? fileName, string? contentType)
    {
        if (!Utf16Text.IsWhole(name) || !Utf16Text.IsWhole(fileName))
        {
            throw Broken("The name of a part of the body, or of a file in it,");
        }

        Write($"--{_boundary}\r\nContent-Disposition: form-data; name=\"{Quoted(name)}\"");
        Write(fileName is null ? "\r\n" : $"; filename=\"{Quoted(fileName)}\"\r\n");
        if (contentType is not null)
        {
            HeaderRules.CheckValue("Content-Type", contentType);
            Write($"Content-Type: {contentType}\r\n");
        }

        Write("\r\n");
    }

    private static InteractorException Broken(string what) =>
        new(ErrorCode.InputInvalid, $"{what} has half of a surrogate pair, which cannot be written as UTF-8. Text that was cut has to be cut between characters.");

    // As browsers write names (WHATWG HTML, 4.10.21.8): what would end the quotes or the line is percent-encoded.
    private static string Quoted(string name) => name
        .Replace("\"", "%22", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal);

    private void Write(string text) => target.Advance(Encoding.UTF8.GetBytes(text, target.GetSpan(Encoding.UTF8.GetMaxByteCount(text.Length))));
}
