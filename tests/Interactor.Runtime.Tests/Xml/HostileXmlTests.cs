using System.Text;
using System.Text.Json;
using Interactor.Runtime.Xml;
using Xunit;

namespace Interactor.Runtime.Tests.Xml;

/// <summary>Documents that somebody wrote to do harm are refused, or read like any other, and cost no more than their size.</summary>
public sealed class HostileXmlTests
{
    [Theory]
    [InlineData("<!DOCTYPE a [<!ENTITY b \"secret-1\"><!ENTITY c \"&b;&b;&b;\">]><a>&c;</a>")]
    [InlineData("<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>")]
    [InlineData("<!DOCTYPE a [<!ENTITY b SYSTEM \"http://127.0.0.1:1/secret-1\">]><a>&b;</a>")]
    [InlineData("<!DOCTYPE a><a/>")]
    [InlineData("<a>&secret-1;</a>")]
    [InlineData("<a><secret-1></a>")]
    [InlineData("<a secret-1='1' secret-1='2'/>")]
    [InlineData("<a>\u0001</a>")]
    [InlineData("<a/><secret-1/>")]
    [InlineData("secret-1")]
    [InlineData("")]
    [InlineData("<p:a/>")]
    public void A_document_type_or_what_is_not_well_formed_is_refused_and_not_repeated(string xml)
    {
        InteractorException failure = Assert.Throws<InteractorException>(() => XmlShape.Generic.Read(Encoding.UTF8.GetBytes(xml)));
        Assert.Equal(ErrorCode.ContractViolation, failure.Code);
        Assert.DoesNotContain("secret-1", failure.Message, StringComparison.Ordinal);
        Assert.Contains("line ", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Elements_lie_no_deeper_than_values_in_JSON_may()
    {
        Assert.Contains("deeper", Refused(string.Concat(Enumerable.Repeat("<a>", 100_000))), StringComparison.Ordinal);
        string deepest = string.Concat(Enumerable.Repeat("<a>", 100)) + string.Concat(Enumerable.Repeat("</a>", 100));
        Assert.Equal(99, XmlShape.Generic.Read(Encoding.UTF8.GetBytes(deepest)).ToString().Split("\"a\"").Length - 1);
    }

    [Fact]
    public void There_are_no_more_elements_and_attributes_than_memory_should_hold() =>
        Assert.Contains("more than", Refused($"<a>{string.Concat(Enumerable.Repeat("<a/>", XmlTreeReader.MaxNodes + 1))}</a>"), StringComparison.Ordinal);

    [Fact]
    public void A_long_attribute_many_names_and_text_in_pieces_are_read_in_time_that_grows_with_their_size()
    {
        string value = new('x', 10_000_000);
        Assert.Equal(value, XmlShape.Generic.Read(Encoding.UTF8.GetBytes($"<a b='{value}'/>")).Element.GetProperty("@b").GetString());
        Assert.Equal(200_000, XmlShape.Generic.Read(Encoding.UTF8.GetBytes($"<a>{string.Concat(Enumerable.Repeat("<b/><c/>", 200_000))}</a>")).Element.GetProperty("b").GetArrayLength());
        Assert.Equal(200_000, XmlShape.Generic.Read(Encoding.UTF8.GetBytes($"<a>{string.Concat(Enumerable.Repeat("x<!-- -->", 200_000))}</a>")).Element.GetString()!.Length);
        Assert.Equal(100_000, XmlShape.Generic.Read(Encoding.UTF8.GetBytes($"<a {string.Concat(Enumerable.Range(0, 100_000).Select(i => $"n{i}='' "))}/>")).Element.EnumerateObject().Count());
    }

    [Theory]
    [InlineData("<?xml version=\"1.0\" encoding=\"koi9-x\"?><a/>", "'koi9-x'")]
    [InlineData("<?xml version='1.0' encoding = 'utf-16'?><a/>", "'utf-16'")]
    [InlineData("\uFEFF<?xml version='1.0' encoding='x\u202Ey'?><a/>", "'xy'")]
    public void An_encoding_that_is_not_read_is_named_and_so_are_those_that_are(string xml, string named)
    {
        string message = Refused(xml);
        Assert.Contains($"its encoding is {named}", message, StringComparison.Ordinal);
        Assert.Contains("UTF-8, UTF-16, ISO-8859-1 and US-ASCII are read", message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_encoding_that_is_nearly_named_is_read() =>
        Assert.Equal("\"ä\"", XmlShape.Generic.Read(Encoding.UTF8.GetBytes("<?xml version='1.0' encoding='UTF8'?><a>ä</a>")).ToString());

    [Theory]
    [InlineData("<?xml version='1.0' encoding='utf-8'?>")]
    [InlineData("<?xml version='1.0' encoding='us-ascii'?>")]
    [InlineData("<?xml version='1.0' encoding='utf-8'?><a><b></a>")]
    public void What_is_wrong_with_a_document_is_not_its_encoding_where_that_is_read(string xml) =>
        Assert.Contains("not well-formed", Refused(xml), StringComparison.Ordinal);

    [Fact]
    public void The_name_of_an_encoding_is_not_repeated_at_length() => Assert.True(Refused($"<?xml version='1.0' encoding='{new string('x', 300)}'?><a/>").Length < 300);

    [Theory]
    [InlineData("<a>", "</a>")]
    [InlineData("<a><b/>", "</a>")]
    public void A_small_stack_is_no_place_to_fall_off(string open, string close)
    {
        byte[] xml = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(open, XmlTreeReader.MaxDepth)) + string.Concat(Enumerable.Repeat(close, XmlTreeReader.MaxDepth)));
        XmlShape typed = new XmlShapes("""{"N":{"type":"object","properties":{"a":{"$ref":"N"}}}}""").Of("N");
        foreach (XmlShape shape in (XmlShape[])[XmlShape.Generic, typed])
        {
            Exception? failure = OnSmallStack(() =>
            {
                using Utf8JsonWriter json = new(Stream.Null);
                XmlBodyReader.Read(xml, encoding: null, shape, json);
            });
            Assert.Contains("the stack of the thread has no room", Assert.IsType<XmlBodyException>(failure).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Nor_is_it_for_what_is_written()
    {
        string json = string.Concat(Enumerable.Repeat("{\"a\":", 999)) + "1" + new string('}', 999);
        JsonElement deep = JsonElement.Parse(json, new JsonDocumentOptions { MaxDepth = 1000 });
        Exception? failure = OnSmallStack(() => XmlBodyWriter.Write(deep, XmlShape.Generic, "r", Stream.Null));
        Assert.Equal(ErrorCode.InputInvalid, Assert.IsType<InteractorException>(failure).Code);
    }

    // As small as threads of a host may be made.
    private static Exception? OnSmallStack(Action run)
    {
        Exception? failure = null;
        Thread thread = new(
            () =>
            {
                try
                {
                    run();
                }
                catch (Exception e)
                {
                    failure = e;
                }
            },
            256 * 1024);
        thread.Start();
        thread.Join();
        return failure;
    }

    private static string Refused(string xml)
    {
        InteractorException failure = Assert.Throws<InteractorException>(() => XmlShape.Generic.Read(Encoding.UTF8.GetBytes(xml)));
        Assert.Equal(ErrorCode.ContractViolation, failure.Code);
        return failure.Message;
    }
}
