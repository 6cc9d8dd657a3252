using System.Text;
using Interactor.Runtime.Json.Validation.Formats;
using Xunit;

namespace Interactor.Runtime.Tests.Json.Formats;

/// <summary>Formats beyond what the official suite asks, each case by its own rule.</summary>
public sealed class FormatTests
{
    [Theory]
    [InlineData("date", "0000-02-29", true)]
    [InlineData("date", "1900-02-29", false)]
    [InlineData("date-time", "2026-01-31t12:00:00z", true)]
    [InlineData("date-time", "2026-01-31 12:00:00Z", false)]
    [InlineData("date-time", "2026-01-31T12:00:00", false)]
    [InlineData("date-time", "2026-01-31T12:00:00.Z", false)]
    [InlineData("date-time", "2026-06-30T23:59:60Z", true)]
    [InlineData("time", "12:00:00.123456789012345678901234567890+23:59", true)]
    [InlineData("duration", "P1Y2M3DT4H5M6S", true)]
    [InlineData("duration", "PT", false)]
    [InlineData("email", "a.b+c@example.com", true)]
    [InlineData("email", "a@localhost", true)]
    [InlineData("email", "a@[IPv6:::1]", true)]
    [InlineData("email", "é@example.com", false)]
    [InlineData("email", "a@xn--zz-.com", false)]
    [InlineData("email", "a..b@example.com", false)]
    [InlineData("email", "\"a\\\"b\"@example.com", true)]
    [InlineData("email", "\"a\\\\\"b\"@example.com", false)]
    [InlineData("email", "\"a\\\"@example.com", false)]
    [InlineData("email", "\"@example.com", false)]
    [InlineData("idn-email", "é.ü@ñ.example", true)]
    [InlineData("idn-email", "é..ü@ñ.example", false)]
    [InlineData("idn-email", "é@-ñ.example", false)]
    [InlineData("hostname", "a.b-c.d0", true)]
    [InlineData("hostname", "ab--cd.example", true)]
    [InlineData("hostname", "XN--MNCHEN-3YA.de", true)]
    [InlineData("hostname", "xn--mnchen-3ya.de", true)]
    [InlineData("hostname", "xn--.de", false)]
    [InlineData("hostname", "xn--abc-.de", false)]
    [InlineData("hostname", "a..b", false)]
    [InlineData("idn-hostname", "münchen.de", true)]
    [InlineData("idn-hostname", "München.de", false)]
    [InlineData("idn-hostname", "MUENCHEN.de", true)]
    [InlineData("idn-hostname", "ab--cd.example", false)]
    [InlineData("idn-hostname", "日本。jp", true)]
    [InlineData("idn-hostname", "a\u200Db", false)]
    [InlineData("idn-hostname", "\uD83D\uDE00.example", false)]
    [InlineData("idn-hostname", "مثال.إختبار", true)]
    [InlineData("idn-hostname", "مثال.1a", false)]
    [InlineData("idn-hostname", "אב\u05B0.a-b", true)]
    [InlineData("ipv4", "01.2.3.4", false)]
    [InlineData("ipv6", "1::2::3", false)]
    [InlineData("ipv6", "1:2:3:4:5:6:7::", true)]
    [InlineData("ipv6", "1:2:3:4:5:6:7:8::", false)]
    [InlineData("uri", "https://user:pw@[::1]:8080/a;b=c?q=%41#f", true)]
    [InlineData("uri", "https://[v1.a:b]/", true)]
    [InlineData("uri", "https://[v1.%41]/", false)]
    [InlineData("uri", "https://a b/", false)]
    [InlineData("uri", "a:", true)]
    [InlineData("uri", "http://a:b:c/", false)]
    [InlineData("uri", "x:#a#b", false)]
    [InlineData("uri", "x:?a?b/#c?d/", true)]
    [InlineData("uri-reference", "a/b:c", true)]
    [InlineData("uri-reference", "a?b:c", true)]
    [InlineData("uri-reference", ":a", false)]
    [InlineData("iri", "https://ex\u00E4mple/\u6F22?\uE000", true)]
    [InlineData("iri", "https://example/\uE000", false)]
    [InlineData("iri", "https://example/#\uE000", false)]
    [InlineData("iri", "https://example/\uFFFE", false)]
    [InlineData("iri-reference", "\u0080", false)]
    [InlineData("uri-template", "/{var:30}/{?a*,b}{&c}é", true)]
    [InlineData("uri-template", "{+.}", false)]
    [InlineData("uri-template", "{a.}", false)]
    [InlineData("uri-template", "%4", false)]
    [InlineData("uri-template", "{a b}", false)]
    [InlineData("uri-template", "{a:1*}", false)]
    [InlineData("json-pointer", "/a~0~1", true)]
    [InlineData("json-pointer", "a", false)]
    [InlineData("relative-json-pointer", "0#", true)]
    [InlineData("relative-json-pointer", "00", false)]
    [InlineData("uuid", "123E4567-e89b-12d3-a456-426614174000", true)]
    [InlineData("uuid", "{123e4567-e89b-12d3-a456-426614174000}", false)]
    [InlineData("regex", @"^\p{Lu}[a-z]*$", true)]
    [InlineData("regex", @"\Z", false)]
    public void A_text_has_the_format_or_not(string format, string text, bool isValid) =>
        Assert.Equal(isValid, FormatTable.Find(format)!.Check(Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData("idn-hostname")]
    [InlineData("idn-email")]
    [InlineData("iri-reference")]
    [InlineData("uri-template")]
    public void A_lone_surrogate_is_no_character_of_a_format(string format) =>
        Assert.False(FormatTable.Find(format)!.Check([(byte)'a', 0xED, 0xA0, 0xBD, (byte)'@', (byte)'b']));

    [Fact]
    public void Who_has_no_row_is_an_annotation() => Assert.Null(FormatTable.Find("password"));

    [Fact]
    public void No_bytes_make_a_format_throw_and_all_but_regex_allocate_nothing()
    {
        string[] names =
        [
            "date-time", "date", "time", "duration", "uuid", "email", "idn-email", "hostname", "idn-hostname", "ipv4", "ipv6", "uri", "uri-reference",
            "iri", "iri-reference", "uri-template", "json-pointer", "relative-json-pointer", "byte",
        ];
        byte[][] seeds =
        [
            .. ((string[])["2026-01-31T12:00:00.5+01:00", "P1DT12H", "münchen.xn--zckzah.例え", "xn--ngba5hb2804a.0א", "é.\"x\"@[IPv6:::1]", "https://u@é:80/{a:3,b*}?%41#x", "/a~0~1", "1#", "aGk="])
                .Select(Encoding.UTF8.GetBytes),
        ];
        byte[][] texts = [.. seeds.SelectMany(static seed => Mutations.Of(seed, 300)), [], .. Enumerable.Range(0, 256).Select(static b => new[] { (byte)b })];
        long before = 0;
        for (int round = 0; round < 2; round++)
        {
            before = GC.GetAllocatedBytesForCurrentThread();
            foreach (string name in names)
            {
                FormatCheck check = FormatTable.Find(name)!.Check;
                foreach (byte[] text in texts)
                {
                    _ = check(text);
                }
            }
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.All(texts, static text => FormatTable.Find("regex")!.Check(text));
    }
}
