using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Interactor.Runtime.Json;
using Xunit;

namespace Interactor.Runtime.Tests.Json;

/// <summary>What a schema and a document cost together stays in proportion to their length.</summary>
public sealed class EffortTests
{
    // What would double with every level would not end today; a machine that is busy with other things does not come near it.
    private static readonly TimeSpan Enough = TimeSpan.FromMinutes(2);

    [Theory]
    [InlineData("""{"allOf":[{"$ref":"#/$defs/d#"},{"$ref":"#/$defs/d#"}]}""", """{"type":"object"}""", "{}", true)]
    [InlineData("""{"allOf":[{"$ref":"#/$defs/d#"},{"$ref":"#/$defs/d#","minProperties":#}]}""", """{"required":["a"]}""", "{}", false)]
    [InlineData("""{"allOf":[{"$ref":"#/$defs/d#"},{"$ref":"#/$defs/d#","minLength":#}]}""", """{"maxLength":60}""", "\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"", true)]
    [InlineData("""{"not":{"$ref":"#/$defs/d#"},"anyOf":[{"$ref":"#/$defs/d#"},true]}""", "true", "\"a\"", true)]
    [InlineData("""{"not":{"$ref":"#/$defs/d#"},"anyOf":[{"$ref":"#/$defs/d#"},true]}""", "false", "\"a\"", false)]
    [InlineData("""{"anyOf":[{"$ref":"#/$defs/d#"},{"$ref":"#/$defs/d#"}]}""", """{"const":"b"}""", "\"a\"", false)]
    public void Schemas_that_refer_to_the_same_one_twice_level_for_level_cost_no_more_than_their_text(string level, string last, string document, bool isValid)
    {
        const int levels = 40;
        IEnumerable<string> all = Enumerable.Range(0, levels).Select(i => $"\"d{i}\":{level.Replace("#/$defs/d#", $"#/$defs/d{i + 1}", StringComparison.Ordinal).Replace(":#", $":{i}", StringComparison.Ordinal)}");
        JsonSchema schema = Schemas.Of($$$"""{"$ref":"#/$defs/d0","$defs":{ {{{string.Join(",", all)}}},"d{{{levels}}}":{{{last}}} } }""");

        long start = Stopwatch.GetTimestamp();
        Assert.Equal(isValid, schema.IsValid(Schemas.Utf8(document)));
        Assert.Equal(isValid, schema.Validate(Schemas.Utf8(document)).Count == 0);
        Assert.InRange(Stopwatch.GetElapsedTime(start), TimeSpan.Zero, Enough);
    }

    [Theory]
    [InlineData("^([ab]*a[ab]{20}){1,20}$", "ab")]
    [InlineData("^(a|aa){1,1000}$", "a")]
    [InlineData(@"^(\p{L}+\s?){1,200}$", "a")]
    [InlineData(@"^(\p{L}+\b\s?){1,200}$", "ab ")]
    public void Repetitions_too_large_for_one_table_take_time_and_memory_in_proportion_to_the_text(string pattern, string letters)
    {
        Random random = new(7);
        string text = string.Concat(Enumerable.Range(0, 5000).Select(_ => letters[random.Next(letters.Length)])) + "!";
        JsonSchema schema = Schemas.Of($$"""{"pattern":{{JsonSerializer.Serialize(pattern)}}}""");
        byte[] document = JsonSerializer.SerializeToUtf8Bytes(text);

        long start = Stopwatch.GetTimestamp();
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        Assert.False(schema.IsValid(document));
        Assert.Equal("pattern", Assert.Single(schema.Validate(document)).Keyword);
        Assert.InRange(Stopwatch.GetElapsedTime(start), TimeSpan.Zero, Enough);

        Assert.True(schema.IsValid(JsonSerializer.SerializeToUtf8Bytes(new string('a', 30))));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - allocated, 0, 200_000_000);
    }

    [Fact]
    public void The_time_of_backtracking_counts_for_the_whole_document()
    {
        JsonSchema schema = Schemas.Of("""{"items":{"pattern":"^(a+)+\\1$"}}""");
        byte[] document = Encoding.UTF8.GetBytes($"[{string.Join(',', Enumerable.Repeat($"\"{new string('a', 18)}!\"", 1000))}]");

        long start = Stopwatch.GetTimestamp();
        ErrorDetail error = Assert.Single(schema.Validate(document));
        Assert.InRange(Stopwatch.GetElapsedTime(start), TimeSpan.Zero, Enough);
        Assert.Equal("pattern", error.Keyword);
        Assert.Equal("/items/pattern", error.SchemaPointer);
        Assert.StartsWith("/", error.Pointer, StringComparison.Ordinal);
        Assert.StartsWith("takes too long to match", error.Message, StringComparison.Ordinal);
    }
}
