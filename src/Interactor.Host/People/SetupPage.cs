using Interactor.Host.Api;

namespace Interactor.Host.People;

/// <summary>The page of a link that is good once.</summary>
internal static class SetupPage
{
    /// <summary>Asks for what is missing.</summary>
    public static string Ask(PersonLink link, string email, string name, string? problem)
    {
        string title = link.Purpose switch
        {
            PersonLink.Setup => "Set up the host",
            PersonLink.Invitation => "Join",
            _ => "New password",
        };
        string who = link.Purpose == PersonLink.NewPassword
            ? ""
            : Field("email", "E-mail address", "email", link.Email ?? email, "username", link.Email is null ? " required" : " readonly") + Field("name", "Name", "text", name, "name", " required maxlength=\"100\"");
        return HtmlPage.Of(title, $"""
            <h1>{title}</h1><p>{Explained(link)}</p>{(problem is null ? "" : HtmlPage.Problem(problem))}
            <form method="post">{who}{Field("password", "Password, 12 characters or more", "password", "", "new-password", " required minlength=\"12\" maxlength=\"256\"")}{Field("again", "The password again", "password", "", "new-password", " required")}<button>Continue</button></form>
            """);
    }

    /// <summary>Says that it is done.</summary>
    public static string Done(Person person) => HtmlPage.Of("Done", $"<h1>Done</h1><p>{HtmlPage.Encoded(person.Email)} can sign in now, as {person.Role}.</p>");

    /// <summary>Says why it cannot go on.</summary>
    public static string Over(string text) => HtmlPage.Of("Not possible", $"<h1>Not possible</h1>{HtmlPage.Problem(text)}");

    private static string Explained(PersonLink link) => link.Purpose switch
    {
        PersonLink.Setup => "You become the first administrator of this host. The link is good once.",
        PersonLink.Invitation => $"You were invited as {link.Role}. The link is good once.",
        _ => "The new password ends every session that is open. The link is good once.",
    };

    private static string Field(string name, string label, string type, string value, string autocomplete, string more) =>
        $"<label for=\"{name}\">{label}</label><input id=\"{name}\" name=\"{name}\" type=\"{type}\" value=\"{HtmlPage.Encoded(value)}\" autocomplete=\"{autocomplete}\"{more}>";
}
