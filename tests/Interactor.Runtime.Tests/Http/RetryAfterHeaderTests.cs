using Interactor.Runtime.Http;
using Interactor.Runtime.Tests.Fakes;
using Xunit;

namespace Interactor.Runtime.Tests.Http;

public sealed class RetryAfterHeaderTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    [Theory]
    [InlineData("Fri, 02 Jan 2026 05:00:10 GMT", "Fri, 02 Jan 2026 05:00:00 GMT", 10.0)]
    [InlineData("1767330010", "Fri, 02 Jan 2026 05:00:00 GMT", 10.0)]
    [InlineData("7", "Fri, 02 Jan 2026 05:00:00 GMT", 7.0)]
    [InlineData("Fri, 02 Jan 2026 03:04:15 GMT", "some day", 10.0)]
    public void Dates_are_those_of_the_clock_of_the_provider(string text, string date, double seconds)
    {
        using HttpResponseMessage response = FakeProvider.Status(503, ("Retry-After", text), ("X-Wait", text), ("Date", date));
        Assert.Equal(seconds, RetryAfterHeader.Read(new ResponseHeaders(response), other: null, Now)!.Value.TotalSeconds);
        Assert.Equal(seconds, RetryAfterHeader.Read(new ResponseHeaders(response), "X-Wait", Now)!.Value.TotalSeconds);
    }

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
