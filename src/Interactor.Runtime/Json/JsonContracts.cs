using System.Diagnostics.CodeAnalysis;

namespace Interactor.Runtime.Json;

/// <summary>The contracts of types that need no generated code.</summary>
public static class JsonContracts
{
    /// <summary>Any JSON value.</summary>
    public static JsonContract<JsonValue> Any { get; } = Of<JsonValue>(JsonRead.TryAny, JsonEmit.Any, static () => "true"u8);

    /// <summary>A string.</summary>
    public static JsonContract<string> String { get; } = Of<string>(JsonRead.TryString, JsonEmit.String, static () => """{"type":"string"}"""u8);

    /// <summary>true or false.</summary>
    public static JsonContract<bool> Boolean { get; } = Of<bool>(JsonRead.TryBoolean, JsonEmit.Boolean, static () => """{"type":"boolean"}"""u8);

    /// <summary>An integer of 32 bits.</summary>
    public static JsonContract<int> Int32 { get; } =
        Of<int>(JsonRead.TryInt32, JsonEmit.Int32, static () => """{"type":"integer","format":"int32"}"""u8);

    /// <summary>An integer of 64 bits.</summary>
    public static JsonContract<long> Int64 { get; } =
        Of<long>(JsonRead.TryInt64, JsonEmit.Int64, static () => """{"type":"integer","format":"int64"}"""u8);

    /// <summary>An integer of 8 bits.</summary>
    public static JsonContract<sbyte> SByte { get; } =
        Of<sbyte>(JsonRead.TrySByte, JsonEmit.SByte, static () => """{"type":"integer","format":"int8"}"""u8);

    /// <summary>An integer of 8 bits without a sign.</summary>
    public static JsonContract<byte> Byte { get; } =
        Of<byte>(JsonRead.TryByte, JsonEmit.Byte, static () => """{"type":"integer","format":"uint8"}"""u8);

    /// <summary>An integer of 16 bits.</summary>
    public static JsonContract<short> Int16 { get; } =
        Of<short>(JsonRead.TryInt16, JsonEmit.Int16, static () => """{"type":"integer","format":"int16"}"""u8);

    /// <summary>An integer of 16 bits without a sign.</summary>
    public static JsonContract<ushort> UInt16 { get; } =
        Of<ushort>(JsonRead.TryUInt16, JsonEmit.UInt16, static () => """{"type":"integer","format":"uint16"}"""u8);

    /// <summary>An integer of 32 bits without a sign.</summary>
    public static JsonContract<uint> UInt32 { get; } =
        Of<uint>(JsonRead.TryUInt32, JsonEmit.UInt32, static () => """{"type":"integer","format":"uint32"}"""u8);

    /// <summary>An integer of 64 bits without a sign.</summary>
    public static JsonContract<ulong> UInt64 { get; } =
        Of<ulong>(JsonRead.TryUInt64, JsonEmit.UInt64, static () => """{"type":"integer","format":"uint64"}"""u8);

    /// <summary>A number as the nearest single.</summary>
    public static JsonContract<float> Single { get; } =
        Of<float>(JsonRead.TrySingle, JsonEmit.Single, static () => """{"type":"number","format":"float"}"""u8, float.IsFinite);

    /// <summary>A number as the nearest double.</summary>
    public static JsonContract<double> Double { get; } =
        Of<double>(JsonRead.TryDouble, JsonEmit.Double, static () => """{"type":"number","format":"double"}"""u8, double.IsFinite);

    /// <summary>An exact number of up to 28 digits.</summary>
    public static JsonContract<decimal> Decimal { get; } =
        Of<decimal>(JsonRead.TryDecimal, JsonEmit.Decimal, static () => """{"type":"number","format":"decimal"}"""u8);

    /// <summary>A date-time of RFC 3339, section 5.6.</summary>
    public static JsonContract<DateTimeOffset> Timestamp { get; } =
        Of<DateTimeOffset>(JsonRead.TryTimestamp, JsonEmit.Timestamp, static () => """{"type":"string","format":"date-time"}"""u8);

    /// <summary>A full-date of RFC 3339, section 5.6.</summary>
    public static JsonContract<DateOnly> Date { get; } =
        Of<DateOnly>(JsonRead.TryDate, JsonEmit.Date, static () => """{"type":"string","format":"date"}"""u8);

    /// <summary>A UUID (RFC 9562).</summary>
    public static JsonContract<Guid> Uuid { get; } =
        Of<Guid>(JsonRead.TryUuid, JsonEmit.Uuid, static () => """{"type":"string","format":"uuid"}"""u8);

    /// <summary>Bytes in base64 (RFC 4648, section 4).</summary>
    public static JsonContract<ReadOnlyMemory<byte>> Bytes { get; } =
        Of<ReadOnlyMemory<byte>>(JsonRead.TryBytes, JsonEmit.Bytes, static () => """{"type":"string","format":"byte"}"""u8);

    /// <summary>Content, which is base64 (RFC 4648, section 4) in JSON.</summary>
    public static JsonContract<BinaryContent> Binary { get; } =
        Of<BinaryContent>(JsonRead.TryBinary, JsonEmit.Binary, static () => """{"type":"string","format":"binary"}"""u8);

    /// <summary>The contract of lists.</summary>
    /// <typeparam name="T">The type of an item.</typeparam>
    /// <param name="read">Reads an item.</param>
    /// <param name="write">Writes an item.</param>
    /// <param name="schema">What the JSON of the list must match.</param>
    /// <param name="isSurelyValid">See <see cref="JsonContract{T}"/>.</param>
    /// <param name="isProvenByReading">See <see cref="JsonContract{T}"/>.</param>
    public static JsonContract<IReadOnlyList<T>> List<T>(
        JsonTryRead<T> read, JsonWrite<T> write, JsonSchema schema, Func<IReadOnlyList<T>, bool>? isSurelyValid = null, bool isProvenByReading = false) =>
        new((ref JsonScanner scanner, [MaybeNullWhen(false)] out IReadOnlyList<T> value) => JsonRead.TryList(ref scanner, read, out value), (writer, value) => JsonEmit.List(writer, value, write), schema, isSurelyValid, isProvenByReading);

    // Each reader proves its whole schema, and a type that can hold what JSON cannot say has a test.
    private static JsonContract<T> Of<T>(JsonTryRead<T> read, JsonWrite<T> write, Utf8Text schema, Func<T, bool>? isSurelyValid = null) =>
        new(read, write, new JsonSchema(schema, static _ => null), isSurelyValid, needsValidation: false);
}
