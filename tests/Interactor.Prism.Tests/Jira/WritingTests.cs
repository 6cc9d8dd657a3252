using Imported.Connectors.Jira;
using Interactor.Prism.Tests.Server;
using Interactor.Runtime.Json;

namespace Interactor.Prism.Tests.Jira;

public sealed class WritingTests(PrismServers servers) : JiraTests(servers)
{
    [Fact]
    public async Task Fields_of_any_kind_are_sent_as_they_are_given()
    {
        CreatedIssue issue = await Client.Issues.CreateIssueAsync(
            new() { Body = new() { Fields = new Dictionary<string, JsonValue> { ["summary"] = JsonValue.Parse("\"Broken\""), ["project"] = JsonValue.Parse("""{"id":"10000"}""") } } },
            cancellationToken: Cancellation);

        Assert.Equal("""{"fields":{"summary":"Broken","project":{"id":"10000"}}}""", Prism.Sent.Body);
        Assert.Equal("string", issue.Key);
    }

    [Fact]
    public async Task An_edit_has_a_path_a_query_and_a_body()
    {
        await Client.Issues.EditIssueAsync(
            new() { IssueIdOrKey = "ED-1", NotifyUsers = false, Body = new() { Fields = new Dictionary<string, JsonValue> { ["summary"] = JsonValue.Parse("\"Better\"") } } },
            cancellationToken: Cancellation);

        Assert.Equal("PUT", Prism.Sent.Method);
        Assert.Equal(Api + "/issue/ED-1?notifyUsers=false", Prism.Sent.Target);
    }

    [Fact]
    public async Task Deleting_has_no_answer()
    {
        await Client.Issues.DeleteIssueAsync(new() { IssueIdOrKey = "ED-1", DeleteSubtasks = IssuesDeleteIssueInputDeleteSubtasks.True }, cancellationToken: Cancellation);

        Assert.Equal("DELETE", Prism.Sent.Method);
        Assert.Equal(Api + "/issue/ED-1?deleteSubtasks=true", Prism.Sent.Target);
    }

    [Fact]
    public async Task A_document_that_the_schema_leaves_open_is_sent()
    {
        Comment comment = await Client.IssueComments.AddCommentAsync(
            new() { IssueIdOrKey = "ED-1", Body = new() { Body = new Optional<JsonValue>(JsonValue.Parse("""{"type":"doc","version":1,"content":[]}""")) } },
            cancellationToken: Cancellation);

        Assert.Equal("""{"body":{"type":"doc","version":1,"content":[]}}""", Prism.Sent.Body);
        Assert.Equal("string", comment.Id);
    }

    [Fact]
    public async Task Deleting_several_repeats_a_name()
    {
        await Client.Status.DeleteStatusesByIdAsync(new() { Id = ["1", "2"] }, cancellationToken: Cancellation);

        Assert.Equal(Api + "/statuses?id=1&id=2", Prism.Sent.Target);
    }

    [Fact]
    public async Task A_header_is_sent_with_the_body()
    {
        WorkflowRulesSearchDetails details = await Client.MigrationResource.WorkflowRuleSearchPostAsync(
            new()
            {
                AtlassianTransferId = Guid.Parse("11111111-2222-3333-4444-555555555555"),
                Body = new() { RuleIds = [Guid.Parse("55d44f1d-c859-42e5-9c27-2c5ec3f340b1")], WorkflowEntityId = Guid.Parse("a498d711-685d-428d-8c3e-bc03bb450ea7") },
            },
            cancellationToken: Cancellation);

        Assert.Equal("""{"ruleIds":["55d44f1d-c859-42e5-9c27-2c5ec3f340b1"],"workflowEntityId":"a498d711-685d-428d-8c3e-bc03bb450ea7"}""", Prism.Sent.Body);
        Assert.NotNull(details.WorkflowEntityId);
    }

    [Fact]
    public async Task A_text_is_a_body_of_its_own()
    {
        await Client.Myself.SetPreferenceAsync(new() { Key = "jira.user.locale", Body = "de_DE" }, cancellationToken: Cancellation);

        Assert.Equal("\"de_DE\"", Prism.Sent.Body);
    }

    [Fact]
    public async Task A_list_is_a_body_of_its_own()
    {
        await Client.Users.SetUserColumnsAsync(new() { Body = ["summary", "status"] }, cancellationToken: Cancellation);

        Assert.Equal("""["summary","status"]""", Prism.Sent.Body);
    }
}
