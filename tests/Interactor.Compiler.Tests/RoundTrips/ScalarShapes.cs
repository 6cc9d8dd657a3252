using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Interactor.Compiler.Tests.RoundTrips;

/// <summary>Shapes of values without parts, with the documents that are hard to keep: escapes, lone surrogates, numbers of every size.</summary>
internal static class ScalarShapes
{
    public static Gen<string> Texts { get; } = Gen.Elements(
        "\"\"", "\"a\"", "\"plain words\"", "\"\\u0000\\u001f\"", "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"\\u00e9é\"", "\"\\uD83D\\uDE00\"", "\"😀\"",
        "\"\\ud83d\"", "\"a\\uDC00b\"", "\"\\uDE00\\uD83D\"", "\"\\u2028</script>'+&\"", "\"e\u0301\"", $"\"{new string('x', 400)}\"", $"\"{new string('é', 300)}\\n\"");

    public static Gen<string> AnyNumbers { get; } = Gen.Elements(
        "0", "-0", "-0.0", "1", "1.0", "1.50", "1e2", "1E+2", "1e-7", "123456789012345678901234567890", "0.1234567890123456789012345678901234567890",
        "1e400", "-9.999e-400", "9007199254740993", "18446744073709551616");

    public static Gen<Shape> All { get; } = Gen.Elements(
        new Shape("""{"type":"string"}""", Texts),
        new Shape("""{"type":"string","minLength":1,"maxLength":3}""", Gen.Elements("\"a\"", "\"abc\"", "\"😀😀😀\"", "\"\\ud83d\\ud83d\\ude00x\"", "\"\\u0061\"")),
        new Shape("""{"type":"string","pattern":"^[a-z]+$"}""", Gen.Elements("\"a\"", "\"abc\"", "\"\\u0061b\"")),
        new Shape("""{"type":"string","format":"email"}""", Gen.Elements("\"a@example.com\"", "\"b.c@example.org\"")),
        new Shape("""{"type":"integer"}""", Gen.Choose(int.MinValue, int.MaxValue).Select(i => Text(i * 4_000_000_001L))),
        new Shape("""{"type":"integer","format":"int32","minimum":-5,"exclusiveMaximum":6,"multipleOf":5}""", Gen.Elements("-5", "0", "5", "5.0", "50e-1", "-0")),
        new Shape("""{"type":"number"}""", Gen.Elements("0", "-0.0", "1", "1.5", "1e2", "0.1", "-2.5e-3", "1.7976931348623157e308", "5e-324", "9007199254740992", "0.30000000000000004")),
        new Shape("""{"type":"number","minimum":0,"maximum":1}""", Gen.Elements("0", "1", "0.5", "0.1", "1.0", "1e-3", "-0.0")),
        new Shape("""{"type":"number","multipleOf":0.01}""", Gen.Elements("0", "0.5", "-1.23", "1e2", "15e-2", "4.5678e12", "0.10")),
        new Shape("""{"type":"string","allOf":[{"minLength":1},{"pattern":"^[^l]*$"}]}""", Gen.Elements("\"a\"", "\"\\u0061\"", "\"ab\"")),
        new Shape("""{"type":"number","format":"decimal"}""", Gen.Elements("0", "1.10", "-79228162514264337593543950335", "0.0000000000000000000000000001", "123456789.123456789", "1e3")),
        new Shape("""{"type":"boolean"}""", Gen.Elements("true", "false")),
        new Shape("""{"type":"string","format":"date-time"}""", Gen.Elements("\"2026-01-02T03:04:05Z\"", "\"2026-01-02T03:04:05.1234567+02:00\"", "\"0001-01-01T00:00:00Z\"")),
        new Shape("""{"type":"string","format":"date"}""", Gen.Elements("\"2026-02-28\"", "\"2024-02-29\"")),
        new Shape("""{"type":"string","format":"uuid"}""", Gen.Elements("\"0191e7a2-1111-7222-8333-444455556666\"", "\"00000000-0000-0000-0000-000000000000\"")),
        new Shape("""{"type":"string","format":"byte"}""", Gen.Elements("\"\"", "\"aGk=\"", "\"/+8=\"", "\"AAAA\"")),
        new Shape("""{"type":"string","enum":["small","gr\u00f6\u00dfer","x\"y"]}""", Gen.Elements("\"small\"", "\"größer\"", "\"gr\\u00f6\\u00dfer\"", "\"x\\\"y\"")),
        new Shape("""{"type":"integer","enum":[1,-2,30]}""", Gen.Elements("1", "-2", "30", "1.0")),
        new Shape("{}", Gen.OneOf(Texts, AnyNumbers, Gen.Elements("null", "true", "[]", "{}", """{ "a" : [ 1.50 , null , "\ud83d" ] , "a b" : { } }"""))),
        new Shape("""{"type":["string","null"]}""", Gen.OneOf(Texts, Gen.Constant("null"))),
        new Shape("""{"type":["integer","null"]}""", Gen.Elements("null", "0", "7")));

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Text as a JSON string.</summary>
    public static string Quote(string text)
    {
        StringBuilder json = new("\"");
        foreach (char c in text)
        {
            json.Append(c is '"' or '\\' ? "\\" + c : c.ToString());
        }

        return json.Append('"').ToString();
    }
}
