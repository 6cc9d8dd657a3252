using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Interactor.Runtime.JavaScript;

/// <summary>Writes a call with its limits as the side process reads it.</summary>
internal static class ScriptRequest
{
    public static byte[] Write(ScriptCall call, JavaScriptOptions options)
    {
        ArrayBufferWriter<byte> buffer = new(call.Source.Length + (call.Arguments.Length * 2) + 512);
        using (Utf8JsonWriter json = new(buffer))
        {
            json.WriteStartObject();
            json.WriteString("source", call.Source);
            json.WriteString("file", call.FileName);
            json.WriteString("function", call.FunctionName);
            json.WriteString("arguments", Encoding.UTF8.GetString(call.Arguments.Span));
            json.WriteNumber("timeoutMs", options.Timeout.TotalMilliseconds);
            json.WriteNumber("memoryBytes", options.MemoryBytes);
            json.WriteNumber("stackBytes", options.StackBytes);
            json.WriteNumber("maxResultChars", options.MaxResultChars);
            json.WriteNumber("maxLogChars", options.MaxLogChars);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }
}
