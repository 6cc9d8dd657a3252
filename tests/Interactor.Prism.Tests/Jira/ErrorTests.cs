using Interactor.Prism.Tests.Server;
using Interactor.Runtime;

namespace Interactor.Prism.Tests.Jira;

public sealed class ErrorTests(PrismServers servers) : JiraTests(servers)
{
    [Theory]
    [InlineData(400, ErrorCode.ProviderError)]
    [InlineData(401, ErrorCode.AuthDenied)]
    [InlineData(403, ErrorCode.AuthDenied)]
    [InlineData(404, ErrorCode.NotFound)]
    public async Task A_failed_status_is_an_error_with_its_code(int status, ErrorCode code)
    {
        Prism.AnswerWith = status;

        InteractorException error = await Assert.ThrowsAsync<InteractorException>(
            () => Client.Issues.DeleteIssueAsync(new() { IssueIdOrKey = "ED-1" }, cancellationToken: Cancellation));

        Assert.Equal(code, error.Code);
        Assert.Equal(status, error.Status);
    }
}
