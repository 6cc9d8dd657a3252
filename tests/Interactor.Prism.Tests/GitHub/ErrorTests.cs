using Imported.Connectors.Github;
using Interactor.Prism.Tests.Server;
using Interactor.Runtime;

namespace Interactor.Prism.Tests.GitHub;

public sealed class ErrorTests(PrismServers servers) : GitHubTests(servers)
{
    [Fact]
    public async Task Not_found_has_the_code_of_it()
    {
        Prism.AnswerWith = 404;

        InteractorException error = await Assert.ThrowsAsync<InteractorException>(() => Client.Repos.GetAsync(new() { Owner = "octocat", Repo = "gone" }, cancellationToken: Cancellation));

        Assert.Equal(ErrorCode.NotFound, error.Code);
        Assert.Equal(404, error.Status);
    }

    [Fact]
    public async Task A_refused_input_is_an_error_of_the_provider()
    {
        Prism.AnswerWith = 422;

        InteractorException error = await Assert.ThrowsAsync<InteractorException>(
            () => Client.Issues.CreateAsync(new() { Owner = "octocat", Repo = "Hello-World", Body = new() { Title = "x" } }, cancellationToken: Cancellation));

        Assert.Equal(422, error.Status);
    }

    [Fact]
    public async Task An_invalid_input_is_never_sent()
    {
        InteractorException error = await Assert.ThrowsAsync<InteractorException>(
            () => Client.Reactions.CreateForIssueAsync(new() { Owner = "octocat", Repo = "Hello-World", IssueNumber = 1, Body = new() { Content = new ReactionContent("meh") } }, cancellationToken: Cancellation));

        Assert.Equal(ErrorCode.InputInvalid, error.Code);
        Assert.Equal("/body/content", Assert.Single(error.Details).Pointer);
        Assert.Equal("", Prism.Sent.Method);
    }
}
