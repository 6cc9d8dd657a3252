using Interactor.Host.Mcp;

namespace Interactor.Host.Tests.Mcp;

public sealed class ToolNameTests
{
    [Theory]
    [InlineData("interactor", "gmail", "email.draft.create", "gmail_email_draft_create")]
    [InlineData("interactor", "google-drive", "file-list", "google-drive_file-list")]
    [InlineData("acme", "crm", "contact.get", "acme--crm_contact_get")]
    public void An_action_is_named_after_its_connector_and_its_id(string owner, string connector, string action, string name) =>
        Assert.Equal(name, ToolName.Of(owner, connector, action));

    [Fact]
    public void No_two_actions_have_the_same_name()
    {
        string longest = new('a', 128);
        (string Owner, string Connector, string Action)[] actions =
        [
            ("interactor", "a", "b.c"), ("interactor", "a.b", "c"), ("interactor", "a", "b-c"), ("interactor", "a-b", "c"), ("a", "b", "c"), ("a-b", "c", "d"), ("a.b", "c", "d"),
            ("interactor", "a", "b_c"), ("interactor", "a_b", "c"), ("interactor", "x", longest), ("interactor", "x", longest + "b"), ("interactor", longest, "x"), (longest, "x", "x"),
            ("interactor", "a", "b--c"), ("interactor", "a--b", "c"),
        ];
        string[] names = [.. actions.Select(static a => ToolName.Of(a.Owner, a.Connector, a.Action))];
        Assert.Equal(names.Length, names.Distinct(StringComparer.Ordinal).Count());
        Assert.All(names, static name => Assert.Matches("^[a-zA-Z0-9_-]{1,64}$", name));
    }
}
