using System.Buffers;
using System.Text.Json;

namespace Interactor.Runtime.Json.Tokens;

/// <summary>The bytes of the token that a reader stands on, as they are on the wire (strings without their quotes, still escaped).</summary>
internal static class RawToken
{
    // A reader over several buffers (a stream) may split a token; copying is right then, and rare.
    public static ReadOnlySpan<byte> Of(ref Utf8JsonReader reader) =>
        reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan;
}
