using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Interactor.Runtime.Json;
using Xunit;

namespace Interactor.Runtime.Tests.Json;

public sealed class JsonReadTests
{
    [Theory]
    [InlineData("\"\"", "")]
    [InlineData("\"a\\n\\u00e9\\/\\\"\"", "a\né/\"")]
    [InlineData("\"\\uD83D\\uDE00\"", "\uD83D\uDE00")]
    [InlineData("null", null)]
    [InlineData("1", null)]
    public void String(string json, string? expected) => Assert.Equal(expected, Read<string>(json, JsonRead.TryString, out string? value) ? value : null);

    [Fact]
    public void String_keeps_lone_surrogates()
    {
        Assert.True(Read<string>("\"\\uDE00a\\uD83D\"", JsonRead.TryString, out string? value));
        Assert.Equal("\uDE00a\uD83D", value);
    }

    [Theory]
    [InlineData("1", 1L)]
    [InlineData("1.0", 1L)]
    [InlineData("1e2", 100L)]
    [InlineData("120e-1", 12L)]
    [InlineData("-0.0", 0L)]
    [InlineData("0e99999999999999999999", 0L)]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("-9223372036854775808", long.MinValue)]
    [InlineData("-9223372036854775808.0", long.MinValue)]
    [InlineData("-9.223372036854775808e18", long.MinValue)]
    [InlineData("9223372036854775808", null)]
    [InlineData("-9223372036854775809.0", null)]
    [InlineData("1e19", null)]
    [InlineData("1e99999999999999999999", null)]
    [InlineData("1.5", null)]
    [InlineData("1e-1", null)]
    [InlineData("\"1\"", null)]
    public void Int64(string json, long? expected) => Assert.Equal(expected, Read<long>(json, JsonRead.TryInt64, out long value) ? value : null);

    [Theory]
    [InlineData("2147483647.0", int.MaxValue)]
    [InlineData("2147483648", null)]
    [InlineData("true", null)]
    public void Int32(string json, int? expected) => Assert.Equal(expected, Read<int>(json, JsonRead.TryInt32, out int value) ? value : null);

    [Theory]
    [InlineData("1.5", 1.5)]
    [InlineData("1e-400", 0.0)]
    [InlineData("1e400", null)]
    [InlineData("-1e400", null)]
    [InlineData("\"NaN\"", null)]
    public void Double(string json, double? expected) => Assert.Equal(expected, Read<double>(json, JsonRead.TryDouble, out double value) ? value : null);

    [Theory]
    [InlineData("1.5", 1.5f)]
    [InlineData("1e39", null)]
    public void Single(string json, float? expected) => Assert.Equal(expected, Read<float>(json, JsonRead.TrySingle, out float value) ? value : null);

    [Theory]
    [InlineData("1.10", "1.10")]
    [InlineData("-12e2", "-1200")]
    [InlineData("0.30000000000000000000000000000000000", "0.3")]
    [InlineData("79228162514264337593543950335", "79228162514264337593543950335")]
    [InlineData("79228162514264337593543950336", null)]
    [InlineData("0.12345678901234567890123456789", null)]
    [InlineData("1e-400", null)]
    [InlineData("1e400", null)]
    [InlineData("\"1\"", null)]
    public void Decimal(string json, string? expected)
    {
        bool isRead = Read<decimal>(json, JsonRead.TryDecimal, out decimal value);
        decimal? wanted = expected is null ? null : decimal.Parse(expected, CultureInfo.InvariantCulture);
        Assert.Equal(wanted, isRead ? value : (decimal?)null);
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    [InlineData("0", null)]
    public void Boolean(string json, bool? expected) => Assert.Equal(expected, Read<bool>(json, JsonRead.TryBoolean, out bool value) ? value : null);

    [Theory]
    [InlineData("2026-01-31T12:00:00Z", "2026-01-31T12:00:00Z")]
    [InlineData("2026-01-31t12:00:00z", "2026-01-31T12:00:00Z")]
    [InlineData("2026-01-31T12:00:00.1234567+05:30", "2026-01-31T12:00:00.1234567+05:30")]
    [InlineData("2026-01-31T12:00:00.123456789-00:00", "2026-01-31T12:00:00.1234567Z")]
    [InlineData("2016-12-31T23:59:60Z", "2016-12-31T23:59:59.9999999Z")]
    [InlineData("2017-01-01T00:59:60+01:00", "2017-01-01T00:59:59.9999999+01:00")]
    [InlineData("2026-01-31T12:00:00+23:00", "2026-01-30T13:00:00Z")]
    [InlineData("2026-01-31T12:00:60Z", null)]
    [InlineData("2026-02-29T12:00:00Z", null)]
    [InlineData("2026-01-31T12:00:00", null)]
    [InlineData("2026-01-31 12:00:00Z", null)]
    [InlineData("2026-01-31T24:00:00Z", null)]
    [InlineData("0000-01-31T12:00:00Z", null)]
    [InlineData("0001-01-01T00:00:00+01:00", null)]
    [InlineData("9999-12-31T23:59:59-01:00", null)]
    [InlineData("2026-01-31T12:00:00.Z", null)]
    public void Timestamp(string text, string? expected)
    {
        bool isRead = Read<DateTimeOffset>($"\"{text}\"", JsonRead.TryTimestamp, out DateTimeOffset value);
        Assert.Equal(expected, isRead ? Written(value, JsonEmit.Timestamp).Trim('"') : null);
    }

    [Theory]
    [InlineData("\"2026-01-31\"", "2026-01-31")]
    [InlineData("\"2026-01\\u002d31\"", "2026-01-31")]
    [InlineData("\"2026-1-31\"", null)]
    [InlineData("\"2026-01-31T00:00:00Z\"", null)]
    [InlineData("20260131", null)]
    public void Date(string json, string? expected)
    {
        bool isRead = Read<DateOnly>(json, JsonRead.TryDate, out DateOnly value);
        Assert.Equal(expected, isRead ? Written(value, JsonEmit.Date).Trim('"') : null);
    }

    [Theory]
    [InlineData("\"123E4567-e89b-12d3-a456-426614174000\"", "\"123e4567-e89b-12d3-a456-426614174000\"")]
    [InlineData("\"{123e4567-e89b-12d3-a456-426614174000}\"", null)]
    [InlineData("\"123e4567e89b12d3a456426614174000\"", null)]
    [InlineData("\"123e4567-e89b-12d3-a456-42661417400\\u0030\"", "\"123e4567-e89b-12d3-a456-426614174000\"")]
    public void Uuid(string json, string? expected) =>
        Assert.Equal(expected, Read<Guid>(json, JsonRead.TryUuid, out Guid value) ? Written(value, JsonEmit.Uuid) : null);

    [Theory]
    [InlineData("aGVsbG8=", "aGVsbG8=")]
    [InlineData("aGVsbG8", "aGVsbG8=")]
    [InlineData("aGVs\\nbG8=\\n", "aGVsbG8=")]
    [InlineData("aGVs\\nbG8", "aGVsbG8=")]
    [InlineData("+\\/+\\/", "+/+/")]
    [InlineData("", "")]
    [InlineData("-_-_", null)]
    [InlineData("a", null)]
    [InlineData("aGVsbG8==", null)]
    [InlineData("a=GV", null)]
    public void Bytes(string text, string? expected)
    {
        bool isRead = Read<ReadOnlyMemory<byte>>($"\"{text}\"", JsonRead.TryBytes, out ReadOnlyMemory<byte> value);
        Assert.Equal(expected, isRead ? Written(value, JsonEmit.Bytes).Trim('"') : null);
        Assert.Equal(expected is not null, JsonContracts.Bytes.IsValid(Schemas.Utf8($"\"{text}\"")));
    }

    [Fact]
    public void Lists_and_maps_leave_the_scanner_behind_them()
    {
        JsonScanner scanner = new("""[[1,2.0],{"b":null,"a":"x","b":"y"},{"c":[3]}]"""u8);
        Assert.True(scanner.TryBeginArray() && scanner.NextItem());
        Assert.True(JsonRead.TryList<long>(ref scanner, JsonRead.TryInt64, out IReadOnlyList<long>? list));
        Assert.Equal([1, 2], list);
        Assert.True(scanner.NextItem());
        Assert.True(JsonRead.TryMap<string?>(ref scanner, static (ref s, out v) => JsonRead.TryNullable(ref s, JsonRead.TryString, out v), out IReadOnlyDictionary<string, string?>? map));
        Assert.Equal([new("b", "y"), new("a", "x")], map);
        Assert.True(scanner.IsLossy);
        Assert.True(scanner.NextItem());
        Assert.True(JsonRead.TryAny(ref scanner, out JsonValue any));
        Assert.Equal("""{"c":[3]}""", any.ToString());
        Assert.False(scanner.NextItem());
        Assert.True(scanner.TryEnd());
    }

    [Theory]
    [InlineData("[1,2", false)]
    [InlineData("[1,\"2\"]", false)]
    [InlineData("{}", false)]
    [InlineData("[]", true)]
    [InlineData("[1,]", false)]
    public void List_refuses_what_is_not_one(string json, bool isRead) =>
        Assert.Equal(isRead, Read<IReadOnlyList<int>>(json, TryInts, out _));

    [Fact]
    public void Nullable_struct()
    {
        Assert.True(Read<int?>("null", static (ref r, out v) => JsonRead.TryNullable(ref r, JsonRead.TryInt32, out v), out int? none));
        Assert.Null(none);
        Assert.True(Read<int?>("7", static (ref r, out v) => JsonRead.TryNullable(ref r, JsonRead.TryInt32, out v), out int? seven));
        Assert.Equal(7, seven);
        Assert.False(Read<int?>("\"7\"", static (ref r, out v) => JsonRead.TryNullable(ref r, JsonRead.TryInt32, out v), out _));
    }

    [Fact]
    public void Any_survives_a_lone_surrogate() => Assert.True(Read<JsonValue>("""{"\uD83D":"\uD83D"}""", JsonRead.TryAny, out _));

    [Theory]
    [InlineData("\"a\\uD83Db\"")]
    [InlineData("\"\\uDC00\"")]
    [InlineData("\"quote \\\" back \\\\ line \\n \\uD83D\"")]
    public void A_string_goes_back_as_it_came(string json)
    {
        Assert.True(Read<string>(json, JsonRead.TryString, out string? value));
        Assert.True(Read<string>(Written(value!, JsonEmit.String), JsonRead.TryString, out string? again));
        Assert.Equal(value, again);
    }

    [Fact]
    public void Numbers_that_JSON_cannot_say_are_refused()
    {
        Assert.Throws<JsonContractException>(() => JsonContracts.Double.Serialize(double.NaN));
        Assert.Throws<JsonContractException>(() => JsonContracts.Single.Serialize(float.PositiveInfinity));
    }

    [Fact]
    public void No_bytes_make_a_reader_throw()
    {
        string[] seeds =
        [
            "\"a\\uD83D\\uDE00\\n\"", "-120.50e-1", "\"2026-01-31T12:00:00.5+01:00\"", "\"2026-01-31\"", "\"123e4567-e89b-12d3-a456-426614174000\"", "\"aGVsbG8=\"",
            "[[1,2],[3]]", "{\"a\":{\"b\":\"\\u0063\"},\"\\uD83D\":[null,true]}",
        ];
        foreach (byte[] document in seeds.SelectMany(static seed => Mutations.Of(Schemas.Utf8(seed), 4_000)))
        {
            Try<string>(document, JsonRead.TryString);
            Try<int>(document, JsonRead.TryInt32);
            Try<long>(document, JsonRead.TryInt64);
            Try<double>(document, JsonRead.TryDouble);
            Try<float>(document, JsonRead.TrySingle);
            Try<decimal>(document, JsonRead.TryDecimal);
            Try<bool>(document, JsonRead.TryBoolean);
            Try<DateTimeOffset>(document, JsonRead.TryTimestamp);
            Try<DateOnly>(document, JsonRead.TryDate);
            Try<Guid>(document, JsonRead.TryUuid);
            Try<ReadOnlyMemory<byte>>(document, JsonRead.TryBytes);
            Try<JsonValue>(document, JsonRead.TryAny);
            Try<IReadOnlyList<IReadOnlyList<long>>>(document, static (ref JsonScanner r, [MaybeNullWhen(false)] out IReadOnlyList<IReadOnlyList<long>> v) => JsonRead.TryList(ref r, TryLongs, out v));
            Try<IReadOnlyDictionary<string, JsonValue>>(document, static (ref JsonScanner r, [MaybeNullWhen(false)] out IReadOnlyDictionary<string, JsonValue> v) => JsonRead.TryMap(ref r, JsonRead.TryAny, out v));
        }
    }

    [Fact]
    public void A_contract_of_a_simple_type_validates_what_its_reader_reads()
    {
        foreach (byte[] document in ((string[])["-120.50e-1", "\"2016-12-31T23:59:60.5Z\"", "\"2026-01-31\"", "\"aGVsbG8=\"", "\"123e4567-e89b-12d3-a456-426614174000\""])
            .SelectMany(static seed => Mutations.Of(Schemas.Utf8(seed), 4_000)))
        {
            Agree(JsonContracts.String, document);
            Agree(JsonContracts.Int32, document);
            Agree(JsonContracts.Int64, document);
            Agree(JsonContracts.Single, document);
            Agree(JsonContracts.Double, document);
            Agree(JsonContracts.Decimal, document);
            Agree(JsonContracts.Uuid, document);
            Agree(JsonContracts.Bytes, document);
            Agree(JsonContracts.Any, document);
        }
    }

    private static void Agree<T>(JsonContract<T> contract, byte[] document)
    {
        bool isValid = contract.IsValid(document);
        Assert.True(isValid == contract.TryParse(document, out _, out _), $"{typeof(T).Name} {isValid}: {Encoding.UTF8.GetString(document)}");
    }

    private static bool TryInts(ref JsonScanner scanner, [MaybeNullWhen(false)] out IReadOnlyList<int> value) =>
        JsonRead.TryList(ref scanner, JsonRead.TryInt32, out value);

    private static bool TryLongs(ref JsonScanner scanner, [MaybeNullWhen(false)] out IReadOnlyList<long> value) =>
        JsonRead.TryList(ref scanner, JsonRead.TryInt64, out value);

    private static bool Read<T>(string json, JsonTryRead<T> read, out T? value)
    {
        JsonScanner scanner = new(Schemas.Utf8(json));
        return read(ref scanner, out value) && scanner.TryEnd();
    }

    private static void Try<T>(byte[] document, JsonTryRead<T> read)
    {
        JsonScanner scanner = new(document);
        read(ref scanner, out _);
        scanner.TryEnd();
    }

    private static string Written<T>(T value, JsonWrite<T> write)
    {
        using MemoryStream text = new();
        using (Utf8JsonWriter writer = new(text))
        {
            write(writer, value);
        }

        return Encoding.UTF8.GetString(text.ToArray());
    }
}
