using System.Text.Json;

namespace Interactor.Benchmarks.Schemas.Contenders;

/// <summary>What .NET does with the bytes by itself.</summary>
internal static class BaseLines
{
    public static bool Scan(byte[] utf8)
    {
        Utf8JsonReader reader = new(utf8);
        while (reader.Read())
        {
        }

        return reader.BytesConsumed == utf8.Length;
    }

    public static bool Parse(byte[] utf8)
    {
        using JsonDocument document = JsonDocument.Parse((ReadOnlyMemory<byte>)utf8);
        return document.RootElement.ValueKind != JsonValueKind.Undefined;
    }
}
