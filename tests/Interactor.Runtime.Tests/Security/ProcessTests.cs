using Interactor.Grants;
using Xunit;

namespace Interactor.Runtime.Tests.Security;

/// <summary>A few rounds with real processes; the command of <c>tests/Interactor.Grants</c> makes many.</summary>
public sealed class ProcessTests
{
    [Theory]
    [InlineData("main")]
    [InlineData("person")]
    public async Task Three_processes_refresh_once_and_never_trip_the_provider(string token)
    {
        GrantsReport report = await Race.RunAsync(rounds: 4, processes: 3, calls: 200, token);
        Assert.Empty(report.Failures);
        Assert.Contains(" 4 refreshes", report.Summary, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, "main")]
    [InlineData(true, "main")]
    [InlineData(false, "person")]
    public async Task A_process_that_is_killed_leaves_no_connection_that_looks_good_and_is_dead(bool hasGrace, string token)
    {
        GrantsReport report = await Kill.RunAsync(rounds: 6, hasGrace, token);
        Assert.Empty(report.Failures);
    }
}
