using System.Text;
using Interactor.Runtime.Json;
using Xunit;

namespace Interactor.Runtime.Tests.Json;

/// <summary>Schemas with more branches than one pass weighs at once.</summary>
public sealed class WideSchemaTests
{
    [Theory]
    [InlineData(10)]
    [InlineData(60)]
    [InlineData(150)]
    public void OneOfManyBranchesIsFound(int count)
    {
        JsonSchema schema = Schemas.Of($$"""{"oneOf":[{{Branches(count)}}]}""");

        for (int i = 0; i < count; i++)
        {
            Assert.True(schema.IsValid(Utf8($$$"""{"a{{{i}}}":{"b":{{{i}}} } }""")));
            Assert.False(schema.IsValid(Utf8($$$"""{"a{{{i}}}":{"b":{{{i + 1}}} } }""")));
            Assert.False(schema.IsValid(Utf8($$$"""{"a{{{i}}}":{"b":{{{i}}} },"a{{{(i + 1) % count}}}":{"b":{{{(i + 1) % count}}} } }""")));
        }
    }

    [Theory]
    [InlineData(10)]
    [InlineData(60)]
    public void WhatOneOfManyBranchesEvaluatesCounts(int count)
    {
        JsonSchema schema = Schemas.Of($$"""{"anyOf":[{{Branches(count)}}],"unevaluatedProperties":false}""");

        Assert.True(schema.IsValid(Utf8("""{"a7":{"b":7}}""")));
        Assert.True(schema.IsValid(Utf8("""{"a7":{"b":7},"a3":{"b":3}}""")));
        Assert.False(schema.IsValid(Utf8("""{"a7":{"b":7},"x":1}""")));
        Assert.False(schema.IsValid(Utf8("""{"a7":{"b":7},"a3":{"b":4}}""")));
    }

    [Fact]
    public void ManyPatternsForOneNameAllCount()
    {
        string patterns = string.Join(",", Enumerable.Range(0, 100).Select(i => $"\"^.{{{i},}}$\":{{\"minimum\":{i}}}"));
        JsonSchema schema = Schemas.Of($$$"""{"not":{"required":["z"]},"patternProperties":{ {{{patterns}}} } }""");

        Assert.True(schema.IsValid(Utf8("""{"abcde":5}""")));
        Assert.False(schema.IsValid(Utf8("""{"abcde":4}""")));
    }

    private static string Branches(int count) => string.Join(",", Enumerable.Range(0, count).Select(i =>
        $$$"""{"required":["a{{{i}}}"],"properties":{"a{{{i}}}":{"type":"object","properties":{"b":{"const":{{{i}}} } } } } }"""));

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
