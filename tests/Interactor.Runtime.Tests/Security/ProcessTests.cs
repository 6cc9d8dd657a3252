using Interactor.Grants;
using Xunit;

namespace Interactor.Runtime.Tests.Security;

/// <summary>A few rounds with real processes; the command of <c>tests/Interactor.Grants</c> makes many.</summary>
public sealed class ProcessTests
{
    [Fact]
    public async Task Three_processes_refresh_once_and_never_trip_the_provider()
    {
        GrantsReport report = await Race.RunAsync(rounds: 4, processes: 3, calls: 200);
        Assert.Empty(report.Failures);
        Assert.Contains(" 4 refreshes", report.Summary, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_process_that_is_killed_leaves_no_connection_that_looks_good_and_is_dead(bool hasGrace)
    {
        GrantsReport report = await Kill.RunAsync(rounds: 6, hasGrace);
        Assert.Empty(report.Failures);
    }
}
