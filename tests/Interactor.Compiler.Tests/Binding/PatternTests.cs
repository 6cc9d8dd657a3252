using Interactor.Compiler.Binding;
using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Tests.Harness;

namespace Interactor.Compiler.Tests;

/// <summary>A pattern that is none is an error at the character that is wrong.</summary>
public sealed class PatternTests
{
    private const string Head = """
        interactor: 1
        id: demo
        version: 1.0.0
        servers: { api: https://api.example.com }
        datatypes:

        """;

    [Theory]
    [InlineData("'^[A-Z$'", "[A-Z$", "this bracket is not closed")]
    [InlineData("'^(?i)a'", "(?i)a", "'(?' opens no group of ECMA-262")]
    [InlineData("\"a\\n\\\\Z\"", "\\\\Z", "'\\Z' is not an escape of ECMA-262")]
    [InlineData("'a)'", ")", "this parenthesis was never opened")]
    [InlineData("'a\\'", "\\'", "a backslash at the end escapes nothing")]
    public void Is_reported_where_it_is_wrong(string written, string rest, string message)
    {
        string line = $"  Code: {{ type: string, pattern: {written} }}";
        Diagnostic found = Assert.Single(ConnectorBinder.Bind(Definition.Of(Head + line), TestContext.Current.CancellationToken).Diagnostics);
        Assert.Equal("INTC1304", found.Descriptor.Id);
        Assert.Contains(message, found.Message, StringComparison.Ordinal);
        Assert.Equal(Head.Length + line.IndexOf(rest, StringComparison.Ordinal), found.Location.Range.Start);
    }

    [Theory]
    [InlineData(@"'^\p{Lu}\_[\w-.]{,5}\u{1F600}(?<n>x)\k<n>$'")]
    [InlineData(@"'^(?=.*\d)(?!admin).{8,}$'")]
    public void Is_taken_where_the_runtime_understands_it(string written) =>
        Assert.Empty(ConnectorBinder.Bind(Definition.Of(Head + $"  Code: {{ type: string, pattern: {written} }}"), TestContext.Current.CancellationToken).Diagnostics);
}
