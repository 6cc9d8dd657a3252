using Imported.Connectors.Github;
using Interactor.Prism.Tests.Server;
using Interactor.Runtime;

namespace Interactor.Prism.Tests.GitHub;

public sealed class ReadingTests(PrismServers servers) : GitHubTests(servers)
{
    [Fact]
    public async Task Path_parameters_are_encoded_each_on_its_own()
    {
        FullRepository repository = await Client.Repos.GetAsync(new() { Owner = "octo/cat", Repo = "Hello World?" }, cancellationToken: Cancellation);

        Assert.Equal("https://api.github.com/repos/octo%2Fcat/Hello%20World%3F", Prism.Sent.Target);
        Assert.Equal("octocat/Hello-World", repository.FullName);
        Assert.Equal("MIT", repository.License?.SpdxId);
    }

    [Fact]
    public async Task Query_parameters_of_all_scalar_types_are_sent_as_the_document_says()
    {
        IReadOnlyList<Issue> issues = await Client.Issues.ListForRepoAsync(
            new()
            {
                Owner = "octocat",
                Repo = "Hello-World",
                State = IssuesListInputState.Closed,
                Labels = "bug,ui & ux",
                Since = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
                PerPage = 50,
            },
            cancellationToken: Cancellation);

        Assert.Equal("https://api.github.com/repos/octocat/Hello-World/issues?state=closed&labels=bug%2Cui%20%26%20ux&since=2026-01-02T03%3A04%3A05Z&per_page=50", Prism.Sent.Target);
        Assert.Equal(1347, Assert.Single(issues).Number);
    }

    [Fact]
    public async Task An_answer_that_lacks_what_the_document_requires_is_refused_with_the_place()
    {
        InteractorException error = await Assert.ThrowsAsync<InteractorException>(() => Client.Migrations.GetStatusForOrgAsync(
            new() { Org = "octo-org", MigrationId = 79, Exclude = [MigrationsGetStatusForOrgInputExcludeItem.Repositories] },
            cancellationToken: Cancellation));

        Assert.Equal("https://api.github.com/orgs/octo-org/migrations/79?exclude=repositories", Prism.Sent.Target);
        Assert.Equal(ErrorCode.ContractViolation, error.Code);
        Assert.Contains(error.Details, static d => d.Pointer == "/exclude_metadata");
    }

    [Fact]
    public async Task An_answer_is_the_case_of_its_union_that_it_has()
    {
        ReposGetContentResponse200 content = await Client.Repos.GetContentAsync(new() { Owner = "octocat", Repo = "Hello-World", Path = "lib" }, cancellationToken: Cancellation);

        Assert.All(Assert.IsType<ReposGetContentResponse200.ContentDirectory>(content).Value, static item => Assert.StartsWith("lib", item.Path, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_user_is_the_private_one_where_it_has_more()
    {
        UsersGetAuthenticatedResponse200 user = await Client.Users.GetAuthenticatedAsync(cancellationToken: Cancellation);

        Assert.Equal("octocat", Assert.IsType<UsersGetAuthenticatedResponse200.PrivateUser>(user).Value.Login);
    }

    [Fact]
    public async Task A_search_has_its_expression_in_the_query()
    {
        SearchReposResponse200 found = await Client.Search.ReposAsync(new() { Q = "tetris+language:assembly", Sort = SearchReposInputSort.Stars }, cancellationToken: Cancellation);

        Assert.Equal("https://api.github.com/search/repositories?q=tetris%2Blanguage%3Aassembly&sort=stars", Prism.Sent.Target);
        Assert.Equal("dtrupenn/Tetris", Assert.Single(found.Items).FullName);
    }

    [Fact]
    public async Task An_action_without_input_is_called_without_one()
    {
        RateLimitOverview limits = await Client.RateLimit.GetAsync(cancellationToken: Cancellation);

        Assert.Equal(5000, limits.Resources.Core.Limit);
    }
}
