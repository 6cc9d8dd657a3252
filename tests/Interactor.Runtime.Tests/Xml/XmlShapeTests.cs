using System.Text;
using Interactor.Runtime.Json;
using Interactor.Runtime.Xml;
using Xunit;

namespace Interactor.Runtime.Tests.Xml;

/// <summary>What the XML Object of OpenAPI says is what is written, and what was written is read back.</summary>
public sealed class XmlShapeTests
{
    private const string Declaration = """<?xml version="1.0" encoding="utf-8"?>""";

    [Theory]
    // The examples of OpenAPI 3.1, section 4.8.26.
    [InlineData("""{"type":"string","xml":{"name":"animals"}}""", "\"x\"", "<animals>x</animals>")]
    [InlineData("""{"type":"object","xml":{"name":"Person"},"properties":{"id":{"type":"number","xml":{"nodeType":"attribute"}},"name":{"type":"string","xml":{"namespace":"http://example.com/schema/sample","prefix":"sample"}}}}""", """{"id":123,"name":"example"}""", """<Person id="123"><sample:name xmlns:sample="http://example.com/schema/sample">example</sample:name></Person>""")]
    [InlineData("""{"type":"object","xml":{"name":"r"},"properties":{"animals":{"type":"array","items":{"type":"string"}}}}""", """{"animals":["a","b"]}""", "<r><animals>a</animals><animals>b</animals></r>")]
    [InlineData("""{"type":"object","xml":{"name":"r"},"properties":{"animals":{"type":"array","xml":{"name":"aliens"},"items":{"type":"string","xml":{"name":"animal"}}}}}""", """{"animals":["a","b"]}""", "<r><animal>a</animal><animal>b</animal></r>")]
    [InlineData("""{"type":"object","xml":{"name":"r"},"properties":{"animals":{"type":"array","xml":{"nodeType":"element"},"items":{"type":"string"}}}}""", """{"animals":["a","b"]}""", "<r><animals><animals>a</animals><animals>b</animals></animals></r>")]
    [InlineData("""{"type":"object","xml":{"name":"r"},"properties":{"animals":{"type":"array","xml":{"name":"aliens","nodeType":"element"},"items":{"type":"string","xml":{"name":"animal"}}}}}""", """{"animals":["a","b"]}""", "<r><aliens><animal>a</animal><animal>b</animal></aliens></r>")]
    [InlineData("""{"type":"object","xml":{"name":"r"},"properties":{"animals":{"type":"array","xml":{"name":"aliens","nodeType":"element"},"items":{"type":"string"}}}}""", """{"animals":["a"]}""", "<r><aliens><aliens>a</aliens></aliens></r>")]
    // OpenAPI 3.2: text and CDATA beside attributes.
    [InlineData("""{"type":"object","xml":{"name":"r"},"properties":{"unit":{"type":"string","xml":{"nodeType":"attribute"}},"value":{"type":"number","xml":{"nodeType":"text"}}}}""", """{"unit":"kg","value":3}""", """<r unit="kg">3</r>""")]
    [InlineData("""{"type":"object","xml":{"name":"r"},"properties":{"html":{"type":"string","xml":{"nodeType":"cdata"}}}}""", """{"html":"a<b>]]>"}""", "<r><![CDATA[a<b>]]]]><![CDATA[>]]></r>")]
    // Namespaces, empty values and null.
    [InlineData("""{"type":"object","xml":{"name":"r","namespace":"urn:a"},"properties":{"b":{"type":"object","properties":{"c":{"type":"string"}}}}}""", """{"b":{"c":""}}""", """<r xmlns="urn:a"><b><c></c></b></r>""")]
    [InlineData("""{"type":"object","xml":{"name":"r","namespace":"urn:a","prefix":"p"},"properties":{"b":{"type":"boolean"}}}""", """{"b":false}""", """<p:r xmlns:p="urn:a"><b>false</b></p:r>""")]
    [InlineData("""{"type":"object","xml":{"name":"r"},"properties":{"b":{"type":"string","format":"date"},"list":{"type":"array","xml":{"nodeType":"element"},"items":{"type":"string"}}}}""", """{"b":null,"list":[]}""", """<r><b xsi:nil="true" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" /><list /></r>""")]
    [InlineData("""{"type":"object","xml":{"name":"r"},"properties":{"ids":{"type":"array","items":{"type":"number"},"xml":{"nodeType":"attribute"}}}}""", """{"ids":[1,2]}""", """<r ids="1 2" />""")]
    [InlineData("""{"type":"object","xml":{"name":"r"},"properties":{"q":{"type":"string","xml":{"nodeType":"attribute","namespace":"urn:q","prefix":"q"}}}}""", """{"q":"1"}""", """<r q:q="1" xmlns:q="urn:q" />""")]
    // What the schema does not name, and lists that are the root.
    [InlineData("""{"type":"object","xml":{"name":"r"},"additionalProperties":{"type":"number"}}""", """{"x":1,"y":2}""", "<r><x>1</x><y>2</y></r>")]
    [InlineData("""{"type":"object","xml":{"name":"r"},"additionalProperties":{"type":"array","items":{"type":"string"}}}""", """{"a":["x","y"]}""", "<r><a>x</a><a>y</a></r>")]
    [InlineData("""{"type":"object","xml":{"name":"r"},"additionalProperties":{"type":"array","items":{"type":"string"}}}""", """{"a":["x"]}""", "<r><a>x</a></r>")]
    [InlineData("""{"xml":{"name":"r"}}""", """{"@id":"7","#text":"t","a":["1",{"b":"2"}]}""", """<r id="7">t<a>1</a><a><b>2</b></a></r>""")]
    [InlineData("""{"type":"array","xml":{"name":"rs"},"items":{"type":"object","xml":{"name":"r"},"properties":{"a":{"type":"number"}}}}""", """[{"a":1},{"a":2}]""", "<rs><r><a>1</a></r><r><a>2</a></r></rs>")]
    [InlineData("""{"type":"object","xml":{"name":"r"},"properties":{"t":{"type":"string"}}}""", "{\"t\":\"a\\r\\nb\\t \\\"&😀\"}", "<r><t>a&#xD;\nb\t \"&amp;😀</t></r>")]
    public void A_value_is_written_and_read_back(string excerpt, string json, string xml)
    {
        XmlShape shape = Shape(excerpt);
        Assert.Equal(Declaration + xml, Encoding.UTF8.GetString(shape.Write(JsonValue.Parse(json))));
        Assert.Equal(JsonValue.Parse(json), Read(shape, xml));
    }

    [Fact]
    public void Lists_in_lists_that_lie_too_deep_are_refused_as_what_they_are()
    {
        string xml = "<r>" + string.Concat(Enumerable.Repeat("<a><a/>", 900)) + string.Concat(Enumerable.Repeat("</a>", 900)) + "</r>";
        InteractorException failure = Assert.Throws<InteractorException>(() => XmlShape.Generic.Read(Encoding.UTF8.GetBytes(xml)));
        Assert.Equal(ErrorCode.ContractViolation, failure.Code);
        Assert.Contains("deeper than", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Elements_stand_in_the_order_of_the_schema_and_attributes_before_them()
    {
        XmlShape shape = Shape("""{"type":"object","xml":{"name":"r"},"properties":{"b":{"type":"string"},"a":{"type":"string"},"id":{"type":"string","xml":{"nodeType":"attribute"}}}}""");
        Assert.EndsWith("""<r id="1"><b>2</b><a>3</a><z>4</z></r>""", Encoding.UTF8.GetString(shape.Write(JsonValue.Parse("""{"z":4,"a":"3","id":"1","b":"2"}"""))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("number", "<r><v> +007.50 </v></r>", "7.50")]
    [InlineData("number", "<r><v>.5</v></r>", "0.5")]
    [InlineData("number", "<r><v>-1.</v></r>", "-1")]
    [InlineData("number", "<r><v>1E+3</v></r>", "1e+3")]
    [InlineData("number", "<r><v>INF</v></r>", "\"INF\"")]
    [InlineData("number", "<r><v>1 2</v></r>", "\"1 2\"")]
    [InlineData("number", "<r><v/></r>", "null")]
    [InlineData("boolean", "<r><v>1</v></r>", "true")]
    [InlineData("boolean", "<r><v>0</v></r>", "false")]
    [InlineData("boolean", "<r><v>yes</v></r>", "\"yes\"")]
    [InlineData("string", "<r><v> a </v></r>", "\" a \"")]
    [InlineData("string", "<r><v/></r>", "\"\"")]
    [InlineData("string", "<r><v lang='en'>a<!-- b --><![CDATA[<c>]]></v></r>", "\"a<c>\"")]
    [InlineData("string", "<r><x:v xmlns:x='urn:x'>a</x:v></r>", "\"a\"")]
    [InlineData("string", "<r xmlns:i='http://www.w3.org/2001/XMLSchema-instance'><v i:nil='1'/></r>", "null")]
    [InlineData("string", "<r><v><w>1</w></v></r>", "{\"w\":\"1\"}")]
    [InlineData("object", "<r><v/></r>", "{}")]
    [InlineData("array", "<r><v/></r>", "[\"\"]")]
    [InlineData("array", "<r/>", "[]")]
    public void Types_decide_how_a_text_is_read(string type, string xml, string json)
    {
        XmlShape shape = Shape("""{"type":"object","required":["v"],"properties":{"v":{"type":"?"}}}""".Replace("?", type, StringComparison.Ordinal));
        Assert.Equal(JsonValue.Parse($$"""{"v":{{json}}}"""), Read(shape, xml));
    }

    [Fact]
    public void A_namespace_that_the_schema_names_tells_elements_of_one_name_apart()
    {
        XmlShape shape = Shape("""{"type":"object","properties":{"a":{"type":"string","xml":{"name":"v","namespace":"urn:a"}},"b":{"type":"string","xml":{"name":"v","namespace":"urn:b"}}}}""");
        Assert.Equal(JsonValue.Parse("""{"a":"1","b":"2"}"""), Read(shape, "<r><v xmlns='urn:b'>2</v><v xmlns='urn:a'>1</v></r>"));
    }

    [Fact]
    public void A_schema_may_refer_to_itself_and_has_another_name_where_it_is_a_member()
    {
        XmlShape shape = new XmlShapes("""{"Node":{"type":"object","xml":{"name":"Node"},"properties":{"next":{"$ref":"Node"},"all":{"type":"array","items":{"$ref":"Node","xml":{"name":"n"}}}}}}""").Of("Node");
        Assert.EndsWith("<Node><next><next /></next><n /></Node>", Encoding.UTF8.GetString(shape.Write(JsonValue.Parse("""{"next":{"next":{}},"all":[{}]}"""))), StringComparison.Ordinal);
        Assert.Equal(JsonValue.Parse("""{"next":{"next":{}},"all":[{}]}"""), Read(shape, "<Node><n/><next><next/></next></Node>"));
    }

    [Fact]
    public void An_element_called_as_its_property_is_found_although_the_schema_has_a_name()
    {
        XmlShape shape = Shape("""{"type":"object","properties":{"category":{"type":"string","xml":{"name":"Category"}},"id":{"type":"string","xml":{"name":"category"}}}}""");
        Assert.Equal(JsonValue.Parse("""{"category":"a"}"""), Read(shape, "<r><Category>a</Category></r>"));
        Assert.Equal(JsonValue.Parse("""{"id":"b"}"""), Read(shape, "<r><category>b</category></r>"));
    }

    [Fact]
    public void A_shape_is_made_once_and_may_be_read_by_many_at_a_time()
    {
        XmlShapes shapes = new("""{"A":{"type":"object","properties":{"b":{"$ref":"B"}}},"B":{"type":"array","items":{"$ref":"C"}},"C":{"type":"object","properties":{"n":{"type":"number"},"a":{"$ref":"A"}}}}""");
        Assert.Same(shapes.Of("A"), shapes.Of("A"));
        JsonValue expected = JsonValue.Parse("""{"b":[{"n":1},{"n":2,"a":{"b":[{"n":3}]}}]}""");
        Parallel.For(0, 64, _ => Assert.Equal(expected, Read(shapes.Of("A"), "<r><b><n>1</n></b><b><n>2</n><a><b><n>3</n></b></a></b></r>")));
    }

    [Theory]
    [InlineData("<a/>", "\"\"")]
    [InlineData("<a> t </a>", "\" t \"")]
    [InlineData("<a><b>1</b> <b>2</b></a>", """{"b":["1","2"]}""")]
    [InlineData("<a x='1' y:x='2' xmlns:y='urn:y'>t</a>", """{"@x":"1","#text":"t"}""")]
    [InlineData("<a><b/>tail</a>", """{"#text":"tail","b":""}""")]
    public void Without_a_schema_there_is_a_generic_way(string xml, string json) => Assert.Equal(JsonValue.Parse(json), Read(XmlShape.Generic, xml));

    [Theory]
    [InlineData("""{"t":"a\u0001"}""", "/t", "U+0001")]
    [InlineData("""{"t":"\uFFFE"}""", "/t", "U+FFFE")]
    [InlineData("""{"a b":1}""", "/a b", "none in XML")]
    [InlineData("""{"x":{"":1}}""", "/x/", "none in XML")]
    [InlineData("""{"a:b":1}""", "/a:b", "none in XML")]
    [InlineData("""{"@xmlns":"urn:x"}""", "/@xmlns", "namespace")]
    [InlineData("""{"@id":{"x":1}}""", "/@id", "is a list or an object")]
    [InlineData("""{"x":[{"y":"\u0000"}]}""", "/x/0/y", "U+0000")]
    public void What_XML_does_not_have_is_an_error_of_the_input(string json, string pointer, string message)
    {
        InteractorException failure = Assert.Throws<InteractorException>(() => Shape("""{"xml":{"name":"r"}}""").Write(JsonValue.Parse(json)));
        Assert.Equal(ErrorCode.InputInvalid, failure.Code);
        Assert.Equal(pointer, Assert.Single(failure.Details).Pointer);
        Assert.Contains(message, failure.Message, StringComparison.Ordinal);
    }

    private static XmlShape Shape(string excerpt) => new XmlShapes($$"""{"X":{{excerpt}}}""").Of("X");

    private static JsonValue Read(XmlShape shape, string xml) => shape.Read(Encoding.UTF8.GetBytes(xml));
}
