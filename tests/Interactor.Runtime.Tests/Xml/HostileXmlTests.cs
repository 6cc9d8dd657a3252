using System.Text;
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
    [InlineData("<?xml version=\"1.0\" encoding=\"secret-1\"?><a/>")]
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

    private static string Refused(string xml)
    {
        InteractorException failure = Assert.Throws<InteractorException>(() => XmlShape.Generic.Read(Encoding.UTF8.GetBytes(xml)));
        Assert.Equal(ErrorCode.ContractViolation, failure.Code);
        return failure.Message;
    }
}
