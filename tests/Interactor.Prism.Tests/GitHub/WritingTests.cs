using Imported.Connectors.Github;
using Interactor.Prism.Tests.Server;
using Interactor.Runtime.Json;

namespace Interactor.Prism.Tests.GitHub;

public sealed class WritingTests(PrismServers servers) : GitHubTests(servers)
{
    [Fact]
    public async Task A_body_is_JSON_with_unions_in_it()
    {
        Issue issue = await Client.Issues.CreateAsync(
            new()
            {
                Owner = "octocat",
                Repo = "Hello-World",
                Body = new() { Title = "Found a bug", Labels = ["bug", new IssuesCreateInputBodyLabelObject { Name = "ui", Color = null }], Milestone = new Optional<IssuesCreateInputBodyMilestone?>(1) },
            },
            cancellationToken: Cancellation);

        Assert.Equal("""{"labels":["bug",{"color":null,"name":"ui"}],"milestone":1,"title":"Found a bug"}""", Prism.Sent.Body);
        Assert.Equal("application/json", Prism.Sent.MediaType);
        Assert.Equal(1347, issue.Number);
    }

    [Fact]
    public async Task What_is_absent_and_what_is_null_are_two_things()
    {
        await Client.Issues.UpdateAsync(
            new() { Owner = "octocat", Repo = "Hello-World", IssueNumber = 1347, Body = new() { Milestone = new Optional<IssuesCreateInputBodyMilestone?>(null), State = MilestoneState.Closed } },
            cancellationToken: Cancellation);

        Assert.Equal("PATCH", Prism.Sent.Method);
        Assert.Equal("""{"milestone":null,"state":"closed"}""", Prism.Sent.Body);
    }

    [Fact]
    public async Task A_body_that_may_be_left_out_is()
    {
        await Client.Issues.LockAsync(new() { Owner = "octocat", Repo = "Hello-World", IssueNumber = 1347 }, cancellationToken: Cancellation);

        Assert.Equal("PUT", Prism.Sent.Method);
        Assert.Null(Prism.Sent.MediaType);
    }

    [Fact]
    public async Task A_body_that_may_be_left_out_can_be_given()
    {
        await Client.Issues.LockAsync(
            new() { Owner = "octocat", Repo = "Hello-World", IssueNumber = 1347, Body = new Optional<IssuesLockInputBody?>(new() { LockReason = IssuesLockInputBodyLockReason.TooHeated }) },
            cancellationToken: Cancellation);

        Assert.Equal("""{"lock_reason":"too heated"}""", Prism.Sent.Body);
    }

    [Fact]
    public async Task Deleting_has_no_answer()
    {
        await Client.Issues.DeleteCommentAsync(new() { Owner = "octocat", Repo = "Hello-World", CommentId = 42 }, cancellationToken: Cancellation);

        Assert.Equal("DELETE", Prism.Sent.Method);
        Assert.Equal("https://api.github.com/repos/octocat/Hello-World/issues/comments/42", Prism.Sent.Target);
    }

    [Fact]
    public async Task A_map_keeps_its_keys()
    {
        await Client.Gists.CreateAsync(
            new() { Body = new() { Description = "Two files", Public = false, Files = new Dictionary<string, GistsCreateInputBodyFile> { ["a.txt"] = new() { Content = "A" }, ["b/ü.md"] = new() { Content = "B" } } } },
            cancellationToken: Cancellation);

        Assert.Equal("""{"description":"Two files","files":{"a.txt":{"content":"A"},"b/ü.md":{"content":"B"}},"public":false}""", Prism.Sent.Body);
    }

    [Fact]
    public async Task An_array_of_objects_is_sent_as_one()
    {
        GitTree tree = await Client.Git.CreateTreeAsync(
            new()
            {
                Owner = "octocat",
                Repo = "Hello-World",
                Body = new() { Tree = [new() { Path = "file.rb", Mode = new GitCreateTreeInputBodyTreeItemMode("100644"), Type = GitCreateTreeInputBodyTreeItemType.Blob, Content = "puts 1" }] },
            },
            cancellationToken: Cancellation);

        Assert.Equal("""{"tree":[{"content":"puts 1","mode":"100644","path":"file.rb","type":"blob"}]}""", Prism.Sent.Body);
        Assert.NotEmpty(tree.Tree);
    }

    [Fact]
    public async Task An_enum_with_signs_in_its_values_is_sent_as_it_is()
    {
        await Client.Reactions.CreateForIssueAsync(
            new() { Owner = "octocat", Repo = "Hello-World", IssueNumber = 1, Body = new() { Content = new ReactionContent("+1") } },
            cancellationToken: Cancellation);

        Assert.Equal("""{"content":"+1"}""", Prism.Sent.Body);
    }

    [Fact]
    public async Task An_answer_of_text_is_text()
    {
        string html = await Client.Markdown.RenderAsync(new() { Body = new() { Text = "Hello **world**", Mode = MarkdownRenderInputBodyMode.Gfm } }, cancellationToken: Cancellation);

        Assert.Equal("<p>Hello <strong>world</strong></p>", html.Trim());
    }

    [Fact]
    public async Task A_body_of_text_is_text()
    {
        await Client.Markdown.RenderRawAsync(new() { Body = "# Hello" }, cancellationToken: Cancellation);

        Assert.Equal("text/plain", Prism.Sent.MediaType);
        Assert.Equal("# Hello", Prism.Sent.Body);
    }

    [Fact]
    public async Task A_body_of_bytes_goes_to_the_server_of_its_operation()
    {
        await Client.Repos.UploadReleaseAssetAsync(new() { Owner = "octocat", Repo = "Hello-World", ReleaseId = 7, Name = "a b.zip", Body = "PK"u8.ToArray() }, cancellationToken: Cancellation);

        Assert.Equal("https://uploads.github.com/repos/octocat/Hello-World/releases/7/assets?name=a%20b.zip", Prism.Sent.Target);
        Assert.Equal("application/octet-stream", Prism.Sent.MediaType);
        Assert.Equal("PK", Prism.Sent.Body);
    }
}
