using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Interactor.Runtime.Json;

/// <summary>
/// Lets <see cref="JsonSerializer"/> read and write a type by its contract, by itself and inside other types, without reflection.
/// As elsewhere in System.Text.Json, reading asks for the structure, not for all that the schema says.
/// </summary>
/// <typeparam name="T">The type.</typeparam>
/// <param name="contract">How its values are read and written.</param>
public abstract class JsonContractConverter<T>(JsonContract<T> contract) : JsonConverter<T>
{
    /// <inheritdoc/>
    /// <exception cref="JsonException">The JSON has another structure; the message names every place.</exception>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using JsonDocument document = JsonDocument.ParseValue(ref reader);
        return contract.TryParse(JsonMarshal.GetRawUtf8Value(document.RootElement), out T? value, out IReadOnlyList<ErrorDetail> errors)
            ? value
            : throw new JsonException(new JsonContractException(errors).Message);
    }

    /// <inheritdoc/>
    public override bool CanConvert(Type typeToConvert) => typeof(T).IsAssignableFrom(typeToConvert);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => contract.Write(writer, value);

    /// <inheritdoc/>
    /// <exception cref="JsonException">No value of the type is text, or this text is none.</exception>
    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        contract.TryParse(JsonContracts.String.Serialize(reader.GetString()!), out T? value, out IReadOnlyList<ErrorDetail> errors)
            ? value
            : throw new JsonException(new JsonContractException(errors).Message);

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">The value is no text in JSON.</exception>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, [DisallowNull] T value, JsonSerializerOptions options)
    {
        JsonElement json = JsonElement.Parse(contract.Serialize(value));
        writer.WritePropertyName(json.ValueKind == JsonValueKind.String ? json.GetString()! : throw new NotSupportedException($"A {typeof(T).Name} is no text in JSON, so it cannot be a name."));
    }
}
