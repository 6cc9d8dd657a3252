using Imported.Connectors.Jira;
using Interactor.Prism.Tests.Server;

namespace Interactor.Prism.Tests.Jira;

public sealed class ReadingTests(PrismServers servers) : JiraTests(servers)
{
    [Fact]
    public async Task An_array_in_the_query_repeats_its_name()
    {
        IssueBean issue = await Client.Issues.GetIssueAsync(new() { IssueIdOrKey = "ED-1", Fields = ["summary", "-comment"], UpdateHistory = true }, cancellationToken: Cancellation);

        Assert.Equal(Api + "/issue/ED-1?fields=summary&fields=-comment&updateHistory=true", Prism.Sent.Target);
        Assert.Equal("string", issue.Id);
    }

    [Fact]
    public async Task Arrays_of_enums_and_numbers_repeat_their_names()
    {
        PageBeanProject page = await Client.Projects.SearchProjectsAsync(
            new() { Id = [10001, 10002], Status = [ProjectsSearchProjectsInputStatusItem.Live, ProjectsSearchProjectsInputStatusItem.Archived], OrderBy = new("-name") },
            cancellationToken: Cancellation);

        Assert.Equal(Api + "/project/search?orderBy=-name&id=10001&id=10002&status=live&status=archived", Prism.Sent.Target);
        Assert.NotNull(page.Values);
    }

    [Fact]
    public async Task A_required_array_is_there()
    {
        await Client.Users.BulkGetUsersAsync(new() { AccountId = ["5b10a2844c20165700ede21g", "a b"] }, cancellationToken: Cancellation);

        Assert.Equal(Api + "/user/bulk?accountId=5b10a2844c20165700ede21g&accountId=a%20b", Prism.Sent.Target);
    }

    [Fact]
    public async Task A_query_language_is_encoded()
    {
        SearchResults found = await Client.IssueSearch.SearchForIssuesUsingJqlAsync(
            new() { Jql = "project = ED AND text ~ \"a&b\"", ValidateQuery = SearchRequestBeanValidateQuery.Strict, MaxResults = 10 },
            cancellationToken: Cancellation);

        Assert.Equal(Api + "/search?jql=project%20%3D%20ED%20AND%20text%20~%20%22a%26b%22&maxResults=10&validateQuery=strict", Prism.Sent.Target);
        Assert.NotNull(found.Issues);
    }

    [Fact]
    public async Task Myself_is_read()
    {
        User user = await Client.Myself.GetCurrentUserAsync(cancellationToken: Cancellation);

        Assert.Equal("string", user.AccountId);
    }

    [Fact]
    public async Task Comments_come_in_pages()
    {
        PageOfComments page = await Client.IssueComments.GetCommentsAsync(new() { IssueIdOrKey = "ED-1", OrderBy = new("+created") }, cancellationToken: Cancellation);

        Assert.Equal(Api + "/issue/ED-1/comment?orderBy=%2Bcreated", Prism.Sent.Target);
        Assert.Single(page.Comments!);
    }

    [Fact]
    public async Task A_list_is_the_answer_itself()
    {
        IReadOnlyList<FieldDetails> fields = await Client.IssueFields.GetFieldsAsync(cancellationToken: Cancellation);

        Assert.Single(fields);
    }
}
