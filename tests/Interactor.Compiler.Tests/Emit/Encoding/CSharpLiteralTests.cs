using System.Text;
using Interactor.Compiler.Emit.Encoding;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Interactor.Compiler.Tests.Emit.Encoding;

public sealed class CSharpLiteralTests
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    [Fact]
    public void Every_character_survives()
    {
        for (int block = 0; block < 0x10000; block += 0x400)
        {
            // A letter between them keeps the surrogates alone.
            string text = string.Concat(Enumerable.Range(block, 0x400).Select(c => (char)c + "0"));

            AssertSame(text, CSharpLiteral.String(text));
        }
    }

    [Fact]
    public void Every_character_literal_survives()
    {
        for (int c = 0; c <= char.MaxValue; c++)
        {
            string literal = CSharpLiteral.Char((char)c);

            Assert.DoesNotContain(literal, ch => char.IsControl(ch) || char.IsSurrogate(ch) || ch is '\u2028' or '\u2029');
            Assert.Equal((char)c, ((LiteralExpressionSyntax)SyntaxFactory.ParseExpression(literal)).Token.Value);
        }
    }

    [Fact]
    public void Every_supplementary_character_survives()
    {
        for (int plane = 1; plane <= 16; plane++)
        {
            string text = string.Concat(Enumerable.Range(plane << 16, 0x10000).Select(char.ConvertFromUtf32));

            AssertSame(text, CSharpLiteral.String(text));
        }
    }

    [Theory]
    [InlineData("\ud83d")]
    [InlineData("\udc4b\ud83d")]
    [InlineData("\ud83d\udc4b\udc4b")]
    [InlineData("\";System.IO.File.Delete(\"x\");//")]
    [InlineData("\\\";x")]
    [InlineData("\\u0022;x")]
    [InlineData("{0} {{x}} \"\"\" $\"")]
    [InlineData("\u202e\u2066bidi")]
    [InlineData("a\u0000\u00011\u001b[0m")]
    [InlineData("\u0085\u2028\u2029\r\n\t\ufeff")]
    public void Hostile_text_survives(string text) => AssertSame(text, CSharpLiteral.String(text));

    [Fact]
    public void Long_text_survives()
    {
        string text = string.Concat(Enumerable.Range(0, 10_240).Select(i => "\"\\\n\u2028aé"[i % 6]));

        AssertSame(text, CSharpLiteral.String(text));
    }

    [Fact]
    public void Utf8_text_is_the_bytes_of_the_text()
    {
        Assert.Equal("\"a\\\"é\"u8", CSharpLiteral.Utf8("a\"é"));
        Assert.Equal("\"a\uFFFDb👋\"u8", CSharpLiteral.Utf8("a\ud83db👋"));
    }

    [Theory]
    [InlineData(0L)]
    [InlineData(-1L)]
    [InlineData(long.MaxValue)]
    [InlineData(long.MinValue + 1)]
    public void Integers_survive(long value) => Assert.Equal(value, Evaluate(CSharpLiteral.Long(value)));

    [Theory]
    [InlineData(0.1)]
    [InlineData(-0.1)]
    [InlineData(1e300)]
    [InlineData(5e-324)]
    [InlineData(double.MaxValue)]
    [InlineData(1.0)]
    [InlineData(123456789.123456789)]
    public void Numbers_survive(double value) => Assert.Equal(value, Evaluate(CSharpLiteral.Double(value)));

    [Fact]
    public void Special_numbers_have_names()
    {
        Assert.Equal("-0D", CSharpLiteral.Double(-0.0));
        Assert.Equal("double.NaN", CSharpLiteral.Double(double.NaN));
        Assert.Equal("double.NegativeInfinity", CSharpLiteral.Double(double.NegativeInfinity));
        Assert.Equal("long.MinValue", CSharpLiteral.Long(long.MinValue));
        Assert.Equal("-1.50M", CSharpLiteral.Decimal(-1.50m));
        Assert.Equal("true", CSharpLiteral.Boolean(true));
    }

    private static void AssertSame(string text, string literal)
    {
        Assert.DoesNotContain(literal, c => char.IsControl(c) || c is '\u2028' or '\u2029' or '\u0085');
        StrictUtf8.GetBytes(literal);
        ExpressionSyntax expression = SyntaxFactory.ParseExpression(literal);
        Assert.False(expression.ContainsDiagnostics);
        Assert.Equal(text, Assert.IsType<LiteralExpressionSyntax>(expression).Token.Value);
    }


    private static object? Evaluate(string literal)
    {
        ExpressionSyntax expression = SyntaxFactory.ParseExpression(literal);
        return expression is PrefixUnaryExpressionSyntax { Operand: LiteralExpressionSyntax operand }
            ? Negative(operand.Token.Value)
            : ((LiteralExpressionSyntax)expression).Token.Value;
    }

    private static object? Negative(object? value) => value switch
    {
        long integer => -integer,
        double number => -number,
        _ => null,
    };
}
