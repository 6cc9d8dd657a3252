using System.Globalization;
using System.Numerics;
using System.Text;
using Interactor.Runtime.Json.Tokens;
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
            if (a.Scaled.TryIsMultipleOf(b.Scaled, out bool isMultiple))
            {
                Assert.True(isMultiple == (x % y).IsZero, $"{left} by {right}");
            }
        }
    }

    [Theory]
    [InlineData("1.5", 1, 2)]
    [InlineData("-1.5", -2, -1)]
    [InlineData("-2.0", -2, -2)]
    [InlineData("7", 7, 7)]
    public void RoundsBothWays(string text, long floor, long ceiling)
    {
        ScaledNumber number = new DocumentNumber(Encoding.UTF8.GetBytes(text)).Scaled;

        Assert.Equal(floor, number.Floor);
        Assert.Equal(ceiling, number.Ceiling);
    }

    [Theory]
    [InlineData("123456789012345678", true)]
    [InlineData("1234567890123456789", false)]
    [InlineData("-0.12345678901234567", true)]
    [InlineData("1e2", false)]
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
