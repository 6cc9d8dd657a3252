using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Tests.Syntax;

public sealed class CoreSchemaTests
{
    [Theory]
    [InlineData(ScalarKind.Null, "", "~", "null", "Null", "NULL")]
    [InlineData(ScalarKind.Boolean, "true", "True", "TRUE", "false", "False", "FALSE")]
    [InlineData(ScalarKind.Integer, "0", "007", "-12", "+12", "0o17", "0x1F", "0xff", "123456789012345678901234567890")]
    [InlineData(ScalarKind.Float, "1.", "1.0", ".5", "-.5", "+1.5", "1e3", "1E-3", "1.5e+10", ".inf", "-.Inf", "+.INF", ".nan", ".NaN", ".NAN")]
    [InlineData(ScalarKind.String, "yes", "no", "on", "nULL", "tRUE", "1_000", "2020-01-01", "0b1", "0o8", "0xG", "0x", "0o", "-0x1F")]
    [InlineData(ScalarKind.String, ".", "-", "+", "1e", "1e+", ".e3", "..5", "1.2.3", "+-1", ".infx", "-.nan", "1 2", "١")]
    public void A_plain_scalar_resolves(ScalarKind kind, params string[] texts) =>
        Assert.All(texts, text => Assert.Equal((text, kind), (text, CoreSchema.Resolve(text))));

    [Theory]
    [InlineData("a: 'true'")]
    [InlineData("a: \"12\"")]
    [InlineData("a: |-\n  null\n")]
    [InlineData("a: >-\n  1.5\n")]
    public void A_quoted_or_block_scalar_is_a_string(string text) =>
        Assert.Equal(ScalarKind.String, Reading.Clean("connector.yaml", text).Scalar("a").Kind);

    [Fact]
    public void A_number_keeps_its_text()
    {
        Reading reading = Reading.Clean("connector.yaml", "a: 0x1F\nb: 1.10\nc: 123456789012345678901234567890\n");

        Assert.Equal(["0x1F", "1.10", "123456789012345678901234567890"], reading.Mapping.Entries.Select(e => ((ScalarNode)e.Value).Text));
    }
}
