using System.Buffers;
using System.Text;
using System.Text.Json;
using Interactor.Host.Api;
using Interactor.Runtime;
using Microsoft.Extensions.Logging;
using ModelContextProtocol.Protocol;

namespace Interactor.Host.Mcp;

/// <summary>The results of tools: each as text, which every client reads, and as structured content.</summary>
internal static partial class ToolResult
{
    // Readers of JSON take 64 levels unless they are told otherwise, and the message around a result has some of its own.
    private const int MostLevels = 50;

    /// <summary>An output.</summary>
    /// <param name="utf8">The output as UTF-8 JSON; empty for none.</param>
    /// <param name="isExpected">Whether it is what the schema of the output says.</param>
    public static CallToolResult Given(ReadOnlyMemory<byte> utf8, bool isExpected = true)
    {
        ReadOnlyMemory<byte> value = utf8.IsEmpty ? "null"u8.ToArray() : utf8;
        ArrayBufferWriter<byte> structured = new();
        structured.Write(isExpected ? "{\"output\":"u8 : "{\"unexpected\":"u8);
        structured.Write(value.Span);
        structured.Write("}"u8);
        TextContentBlock text = TextOf(value);
        return new CallToolResult { Content = [text], StructuredContent = TryParse(structured.WrittenMemory) ?? AsText(text.Text) };
    }

    /// <summary>What <c>execute</c> answers in the same case, so that a model can mend its arguments; the log has a line of it.</summary>
    public static CallToolResult Refused(ILogger log, string requestId, Refusal refusal)
    {
        Log(log, requestId, refusal);
        ReadOnlyMemory<byte> body = JsonSerializer.SerializeToUtf8Bytes(ErrorBody.Of(refusal, requestId), ApiJson.Plain.ErrorBody);
        return new CallToolResult { IsError = true, Content = [TextOf(body)], StructuredContent = TryParse(body) };
    }

    /// <summary>Puts a refusal into the log, unless it is there.</summary>
    public static void Log(ILogger log, string requestId, Refusal refusal)
    {
        if (!refusal.IsLogged)
        {
            LogRefused(log, requestId, refusal.Status, ErrorCodeText.Of(refusal.Code));
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "Request {RequestId} (the call of a tool) was refused with {Status} {Code}.")]
    private static partial void LogRefused(ILogger logger, string requestId, int status, string code);

    private static TextContentBlock TextOf(ReadOnlyMemory<byte> utf8) => new() { Text = Encoding.UTF8.GetString(utf8.Span) };

    private static JsonElement AsText(string json) => TryParse(JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string> { ["unexpected"] = json }))!.Value;

    private static JsonElement? TryParse(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(utf8, new JsonDocumentOptions { MaxDepth = MostLevels });
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
