using Interactor.Compiler.Schemas;

namespace Interactor.Compiler.Tests.Schemas;

/// <summary>References against a base (RFC 3986, section 5.4).</summary>
public sealed class SchemaUriTests
{
    [Theory]
    [InlineData("g:h", "g:h")]
    [InlineData("g", "http://a/b/c/g")]
    [InlineData("./g", "http://a/b/c/g")]
    [InlineData("g/", "http://a/b/c/g/")]
    [InlineData("/g", "http://a/g")]
    [InlineData("//g", "http://g")]
    [InlineData("?y", "http://a/b/c/d;p?y")]
    [InlineData("g?y", "http://a/b/c/g?y")]
    [InlineData("#s", "http://a/b/c/d;p?q#s")]
    [InlineData("g#s", "http://a/b/c/g#s")]
    [InlineData("", "http://a/b/c/d;p?q")]
    [InlineData(".", "http://a/b/c/")]
    [InlineData("..", "http://a/b/")]
    [InlineData("../g", "http://a/b/g")]
    [InlineData("../..", "http://a/")]
    [InlineData("../../g", "http://a/g")]
    [InlineData("../../../g", "http://a/g")]
    [InlineData("/./g", "http://a/g")]
    [InlineData("g.", "http://a/b/c/g.")]
    [InlineData("./g/.", "http://a/b/c/g/")]
    [InlineData("g/./h", "http://a/b/c/g/h")]
    [InlineData("g/../h", "http://a/b/c/h")]
    [InlineData("g;x=1/../y", "http://a/b/c/y")]
    public void A_reference_is_resolved(string reference, string expected) =>
        Assert.Equal(expected, SchemaUri.Resolve("http://a/b/c/d;p?q", reference));

    [Theory]
    [InlineData("urn:uuid:deadbeef", "#x", "urn:uuid:deadbeef#x")]
    [InlineData("schemas/order.json", "address.json#/a", "schemas/address.json#/a")]
    [InlineData("schemas/order.json", "../common/address.json", "common/address.json")]
    [InlineData("order.json", "address.json", "address.json")]
    [InlineData("schemas/order.json", "../../shared/address.json", "../shared/address.json")]
    [InlineData("../shared/address.json", "../more/x.json", "../more/x.json")]
    [InlineData("", "#/datatypes/A", "#/datatypes/A")]
    [InlineData("", "https://example.com/a", "https://example.com/a")]
    [InlineData("http://a", "b", "http://a/b")]
    public void A_base_need_not_be_a_web_address(string from, string reference, string expected) =>
        Assert.Equal(expected, SchemaUri.Resolve(from, reference));

    [Theory]
    [InlineData("/home/ann/my order.json", "file:///home/ann/my%20order.json")]
    [InlineData("C:/ann/order.json", "file:///C:/ann/order.json")]
    [InlineData("schemas/größe.json", "schemas/gr%C3%B6%C3%9Fe.json")]
    public void A_path_is_a_reference(string path, string expected) => Assert.Equal(expected, SchemaUri.OfPath(path));
}
