using Interactor.Runtime.Http;
using Xunit;

namespace Interactor.Runtime.Tests.Http;

public sealed class RetryAfterHeaderTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    [Theory]
    [InlineData("120", 120.0)]
    [InlineData("1.5", 1.5)]
    [InlineData("0", 0.0)]
    [InlineData("Fri, 02 Jan 2026 03:04:15 GMT", 10.0)]
    [InlineData("Friday, 02-Jan-26 03:04:15 GMT", 10.0)]
    [InlineData("Fri, 02 Jan 2026 03:00:00 GMT", 0.0)]
    [InlineData("1767323055", 10.0)]
    [InlineData("1767323055500", 10.5)]
    [InlineData("99999999999999999999", 31536000.0)]
    [InlineData("soon", null)]
    [InlineData("NaN", null)]
    [InlineData("Infinity", null)]
    [InlineData("-Infinity", null)]
    [InlineData(".", null)]
    [InlineData("1e9", null)]
    [InlineData("", null)]
    [InlineData("-5", null)]
    public void Seconds_dates_and_epochs_are_read(string text, double? seconds)
    {
        TimeSpan? wait = RetryAfterHeader.Parse(text, Now);
        if (seconds is null)
        {
            Assert.True(wait is null || wait >= TimeSpan.Zero);
        }
        else
        {
            Assert.Equal(seconds.Value, wait!.Value.TotalSeconds, 3);
        }
    }
}
