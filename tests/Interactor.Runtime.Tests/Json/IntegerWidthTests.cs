using System.Buffers;
using System.Text;
using System.Text.Json;
using Interactor.Runtime.Json;
using Xunit;

namespace Interactor.Runtime.Tests.Json;

public sealed class IntegerWidthTests
{
    [Theory]
    [InlineData("-128", true)]
    [InlineData("127.0", true)]
    [InlineData("1e2", true)]
    [InlineData("128", false)]
    [InlineData("-129", false)]
    [InlineData("1.5", false)]
    [InlineData("\"1\"", false)]
    public void SByte(string json, bool isRead) => Check<sbyte>(json, isRead, JsonRead.TrySByte, JsonEmit.SByte);

    [Theory]
    [InlineData("0", true)]
    [InlineData("255", true)]
    [InlineData("256", false)]
    [InlineData("-1", false)]
    public void Byte(string json, bool isRead) => Check<byte>(json, isRead, JsonRead.TryByte, JsonEmit.Byte);

    [Theory]
    [InlineData("-32768", true)]
    [InlineData("32768", false)]
    public void Int16(string json, bool isRead) => Check<short>(json, isRead, JsonRead.TryInt16, JsonEmit.Int16);

    [Theory]
    [InlineData("65535", true)]
    [InlineData("65536", false)]
    [InlineData("-1", false)]
    public void UInt16(string json, bool isRead) => Check<ushort>(json, isRead, JsonRead.TryUInt16, JsonEmit.UInt16);

    [Theory]
    [InlineData("4294967295", true)]
    [InlineData("4294967296", false)]
    [InlineData("-1", false)]
    public void UInt32(string json, bool isRead) => Check<uint>(json, isRead, JsonRead.TryUInt32, JsonEmit.UInt32);

    [Theory]
    [InlineData("18446744073709551615", true)]
    [InlineData("1844674407370955161.5e1", true)]
    [InlineData("18446744073709551616", false)]
    [InlineData("-1", false)]
    [InlineData("0.5", false)]
    [InlineData("1e400", false)]
    public void UInt64(string json, bool isRead) => Check<ulong>(json, isRead, JsonRead.TryUInt64, JsonEmit.UInt64);

    private static void Check<T>(string json, bool isRead, JsonTryRead<T> read, JsonWrite<T> write)
    {
        JsonScanner scanner = new(Encoding.UTF8.GetBytes(json));
        Assert.Equal(isRead, read(ref scanner, out T? value));
        if (!isRead)
        {
            return;
        }

        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter writer = new(buffer))
        {
            write(writer, value!);
        }

        Assert.Equal(decimal.Parse(json, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture), decimal.Parse(Encoding.UTF8.GetString(buffer.WrittenSpan), System.Globalization.CultureInfo.InvariantCulture));
    }
}
