using System.Text;
using System.Text.Json;
using Interactor.Runtime.Json;
using Xunit;

namespace Interactor.Runtime.Tests.Json;

public sealed class JsonScannerTests
{
    private const string Document = """
         { "a" : [ 1 , -2.5e+3, 0, "x\u00e9\n\"", true,false , null ], "b\\":{}, "":[],"long name of a member that fills a vector" : { "c": { "d": [[[]]] } } }
        """;

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("[1,]")]
    [InlineData("[,1]")]
    [InlineData("{\"a\":1,}")]
    [InlineData("{\"a\"}")]
    [InlineData("{a:1}")]
    [InlineData("01")]
    [InlineData("-")]
    [InlineData("1.")]
    [InlineData("1e")]
    [InlineData("+1")]
    [InlineData(".5")]
    [InlineData("tru")]
    [InlineData("nulll")]
    [InlineData("\"\\x\"")]
    [InlineData("\"\\u12g4\"")]
    [InlineData("\"a")]
    [InlineData("\"a\tb\"")]
    [InlineData("[1}")]
    [InlineData("{\"a\":1]")]
    [InlineData("[1 2]")]
    [InlineData("1 1")]
    [InlineData("// comment\n1")]
    public void RefusesWhatIsNotJson(string text)
    {
        Assert.False(Skips(Encoding.UTF8.GetBytes(text)));
        Assert.False(Walks(Encoding.UTF8.GetBytes(text)));
    }

    [Fact]
    public void ReadsEveryKindOfValue()
    {
        JsonScanner scanner = new(Encoding.UTF8.GetBytes(Document));

        Assert.Equal(JsonKinds.Object, scanner.Kind);
        Assert.False(scanner.TryBeginArray());
        Assert.True(scanner.TryBeginObject());
        Assert.True(scanner.NextMember());
        Assert.True(scanner.NameEquals("a"u8));
        Assert.True(scanner.TryBeginArray());
        Assert.True(scanner.NextItem());
        Assert.True(scanner.TryNumber(out ReadOnlySpan<byte> number));
        Assert.Equal("1", Encoding.UTF8.GetString(number));
        Assert.True(scanner.NextItem());
        Assert.True(scanner.TryNumber(out number));
        Assert.Equal("-2.5e+3", Encoding.UTF8.GetString(number));
        Assert.True(scanner.NextItem());
        Assert.True(scanner.TrySkip());
        Assert.True(scanner.NextItem());
        Assert.False(scanner.TryNumber(out _));
        Assert.True(scanner.TryString(out ReadOnlySpan<byte> raw, out bool isEscaped));
        Assert.True(isEscaped);
        Assert.Equal("x\\u00e9\\n\\\"", Encoding.UTF8.GetString(raw));
        Assert.True(scanner.NextItem());
        Assert.True(scanner.TryBoolean(out bool flag));
        Assert.True(flag);
        Assert.True(scanner.NextItem());
        Assert.True(scanner.TryBoolean(out flag));
        Assert.False(flag);
        Assert.True(scanner.NextItem());
        Assert.True(scanner.TryNull());
        Assert.False(scanner.NextItem());
        Assert.True(scanner.NextMember());
        Assert.True(scanner.NameIsEscaped);
        Assert.True(scanner.NameEquals("b\\"u8));
        Assert.False(scanner.NameEquals("b"u8));
        Assert.True(scanner.TryRaw(out raw));
        Assert.Equal("{}", Encoding.UTF8.GetString(raw));
        Assert.True(scanner.NextMember());
        Assert.True(scanner.TryBeginArray());
        Assert.False(scanner.NextItem());
        Assert.True(scanner.NextMember());
        Assert.True(scanner.TrySkip());
        Assert.False(scanner.NextMember());
        Assert.True(scanner.TryEnd());
    }

    [Fact]
    public void StopsAtTheErrorAndStaysStopped()
    {
        JsonScanner scanner = new("[1,x]"u8);

        Assert.True(scanner.TryBeginArray());
        Assert.True(scanner.NextItem());
        Assert.True(scanner.TrySkip());
        Assert.True(scanner.NextItem());
        Assert.Equal(JsonKinds.None, scanner.Kind);
        Assert.False(scanner.TrySkip());
        Assert.True(scanner.IsMalformed);
        Assert.Equal(3, scanner.ErrorPosition);
        Assert.False(scanner.NextItem());
        Assert.False(scanner.TryEnd());
    }

    [Theory]
    [InlineData(1000, true)]
    [InlineData(1001, false)]
    [InlineData(1_000_000, false)]
    public void LimitsDepth(int depth, bool isRead)
    {
        byte[] text = Encoding.UTF8.GetBytes(new string('[', depth) + new string(']', depth));

        JsonScanner scanner = new(text);

        Assert.Equal(isRead, scanner.TrySkip());
        Assert.Equal(!isRead, scanner.IsTooDeep);
    }

    /// <summary>Whatever bytes come, the two readers of this project and the framework's agree on what is JSON.</summary>
    [Fact]
    public void AgreesWithTheFrameworkOnRandomBytes()
    {
        Random random = new(20260901);
        byte[] original = Encoding.UTF8.GetBytes(Document);
        ReadOnlySpan<byte> alphabet = "{}[],:\"\\0123456789.eE+-truefalsn \n\t\u0001"u8;
        for (int round = 0; round < 20_000; round++)
        {
            List<byte> text = [.. original.AsSpan(random.Next(original.Length / 2))];
            if (round % 3 == 0)
            {
                text = [.. original];
            }

            for (int edit = random.Next(4); edit > 0; edit--)
            {
                int at = random.Next(text.Count);
                switch (random.Next(3))
                {
                    case 0:
                        text.RemoveAt(at);
                        break;
                    case 1:
                        text.Insert(at, alphabet[random.Next(alphabet.Length)]);
                        break;
                    default:
                        text[at] = alphabet[random.Next(alphabet.Length)];
                        break;
                }
            }

            byte[] bytes = [.. text];
            bool expected = IsJson(bytes);
            Assert.Equal(expected, Skips(bytes));
            Assert.Equal(expected, Walks(bytes));
        }
    }

    private static bool Skips(byte[] text)
    {
        JsonScanner scanner = new(text);
        return scanner.TrySkip() && scanner.TryEnd();
    }

    private static bool Walks(byte[] text)
    {
        JsonScanner scanner = new(text);
        Walk(ref scanner);
        return scanner.TryEnd();
    }

    private static void Walk(ref JsonScanner scanner)
    {
        switch (scanner.Kind)
        {
            case JsonKinds.Object:
                Assert.True(scanner.TryBeginObject());
                while (scanner.NextMember())
                {
                    Walk(ref scanner);
                }

                break;
            case JsonKinds.Array:
                Assert.True(scanner.TryBeginArray());
                while (scanner.NextItem())
                {
                    Walk(ref scanner);
                }

                break;
            case JsonKinds.String:
                scanner.TryString(out _, out _);
                break;
            case JsonKinds.Number:
                scanner.TryNumber(out _);
                break;
            case JsonKinds.Boolean:
                scanner.TryBoolean(out _);
                break;
            case JsonKinds.Null:
                scanner.TryNull();
                break;
            default:
                Assert.False(scanner.TrySkip());
                break;
        }
    }

    private static bool IsJson(byte[] text)
    {
        Utf8JsonReader reader = new(text);
        try
        {
            bool any = false;
            while (reader.Read())
            {
                any = true;
            }

            return any;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
