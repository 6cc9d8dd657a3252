using System.Globalization;
using System.Numerics;
using System.Text;
using Interactor.Runtime.Json.Tokens;
using Interactor.Runtime.Json.Validation.Model;
using Interactor.Runtime.Json.Validation.Plans;
using Xunit;

namespace Interactor.Runtime.Tests.Json;

/// <summary>The fast arithmetic of numbers agrees with exact arithmetic on their digits.</summary>
public sealed class ScaledNumberTests
{
    [Fact]
    public void AgreesWithExactArithmetic()
    {
        Random random = new(7);
        for (int i = 0; i < 50_000; i++)
        {
            string left = Number(random);
            string right = Number(random);
            DocumentNumber a = new(Encoding.UTF8.GetBytes(left));
            DocumentNumber b = new(Encoding.UTF8.GetBytes(right));
            if (!a.IsScaled || !b.IsScaled)
            {
                continue;
            }

            (BigInteger x, BigInteger y) = SameScale(left, right);
            Assert.True(Math.Sign(a.Scaled.CompareTo(b.Scaled)) == x.CompareTo(y), $"{left} and {right}");
            if (!y.IsZero)
            {
                Assert.True(a.Scaled.IsMultipleOf(b.Scaled) == (x % y).IsZero, $"{left} by {right}");
            }
        }
    }

    [Fact]
    public void BoundsAgreeWithExactArithmetic()
    {
        Random random = new(11);
        for (int i = 0; i < 50_000; i++)
        {
            string text = Number(random);
            string bound = random.Next(3) == 0 ? text + (text.Contains('.', StringComparison.Ordinal) ? "0" : ".0") : Number(random);
            DocumentNumber number = new(Encoding.UTF8.GetBytes(text));
            NumberConstant constant = new(bound);
            if (!number.IsScaled || constant.Scaled is null)
            {
                continue;
            }

            (BigInteger x, BigInteger y) = SameScale(text, bound);
            Assert.True(Accept(new() { Minimum = constant }) == (x >= y), $"{text} >= {bound}");
            Assert.True(Accept(new() { Maximum = constant }) == (x <= y), $"{text} <= {bound}");
            Assert.True(Accept(new() { ExclusiveMinimum = constant, Maximum = constant }) == false, $"{text} > and <= {bound}");
            Assert.True(Accept(new() { ExclusiveMinimum = constant }) == (x > y), $"{text} > {bound}");
            Assert.True(Accept(new() { ExclusiveMaximum = constant }) == (x < y), $"{text} < {bound}");

            bool Accept(NumberKeywords keywords) => NumberBounds.Of(keywords)!.Accept(new DocumentNumber(Encoding.UTF8.GetBytes(text)).Scaled);
        }
    }

    [Theory]
    [InlineData("1e2", 100, 0)]
    [InlineData("1.5E+3", 1500, 0)]
    [InlineData("-1.5e-3", -15, 4)]
    [InlineData("12.345e1", 12345, 2)]
    [InlineData("0e17", 0, 0)]
    public void WritesExponentsOut(string text, long digits, int scale)
    {
        DocumentNumber number = new(Encoding.UTF8.GetBytes(text));

        Assert.True(number.IsScaled);
        Assert.Equal(digits, number.Scaled.Digits);
        Assert.Equal(scale, number.Scaled.Scale);
    }

    [Theory]
    [InlineData("1e18")]
    [InlineData("1e-19")]
    [InlineData("1e99999999999999999999")]
    [InlineData("1e-4294967296")]
    [InlineData("0e00000000000000000001")]
    public void LeavesOtherExponents(string text) => Assert.False(new DocumentNumber(Encoding.UTF8.GetBytes(text)).IsScaled);

    [Theory]
    [InlineData("4.5678e12", false)]
    [InlineData("1.5e300", false)]
    [InlineData("1.00000000000000001", true)]
    [InlineData("-1e-400", true)]
    [InlineData("0e-400", false)]
    [InlineData("9007199254740993.5", true)]
    public void TellsWhatRoundingMadeWhole(string text, bool isRounded)
    {
        DocumentNumber number = new(Encoding.UTF8.GetBytes(text));

        Assert.True(number.TryDouble(out double value));
        Assert.Equal(isRounded, number.IsRoundedToWhole(value));
    }

    [Theory]
    [InlineData("123456789012345678", true)]
    [InlineData("1234567890123456789", false)]
    [InlineData("-0.12345678901234567", true)]
    public void TellsTheValuesThatFit(string text, bool isScaled) => Assert.Equal(isScaled, new DocumentNumber(Encoding.UTF8.GetBytes(text)).IsScaled);

    private static string Number(Random random)
    {
        StringBuilder text = new(random.Next(2) == 0 ? "-" : "");
        int whole = random.Next(1, random.Next(2) == 0 ? 4 : 19);
        text.Append(whole == 1 ? random.Next(10) : random.Next(1, 10));
        for (int i = 1; i < whole; i++)
        {
            text.Append(random.Next(10));
        }

        int fraction = random.Next(3) == 0 ? random.Next(1, 10) : 0;
        text.Append(fraction > 0 ? "." : "");
        for (int i = 0; i < fraction; i++)
        {
            text.Append(random.Next(10));
        }

        return text.ToString();
    }

    private static (BigInteger Left, BigInteger Right) SameScale(string left, string right)
    {
        int scale = Math.Max(Scale(left), Scale(right));
        return (Digits(left, scale), Digits(right, scale));
    }

    private static int Scale(string text) => text.Contains('.', StringComparison.Ordinal) ? text.Length - 1 - text.IndexOf('.', StringComparison.Ordinal) : 0;

    private static BigInteger Digits(string text, int scale) =>
        BigInteger.Parse(text.Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) * BigInteger.Pow(10, scale - Scale(text));
}
