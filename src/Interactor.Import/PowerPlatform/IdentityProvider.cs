namespace Interactor.Import.PowerPlatform;

/// <summary>An identity provider whose endpoints a connector need not name.</summary>
/// <param name="Separator">What stands between its scopes.</param>
internal sealed record IdentityProvider(string Name, string Authorize, string Token, string Separator = " ")
{
    private static readonly IdentityProvider[] Table =
    [
        new("box", "https://account.box.com/api/oauth2/authorize", "https://api.box.com/oauth2/token"),
        new("docusign", "https://account.docusign.com/oauth/auth", "https://account.docusign.com/oauth/token"),
        new("dropbox", "https://www.dropbox.com/oauth2/authorize", "https://api.dropboxapi.com/oauth2/token"),
        new("dynamicscrmonline", "https://login.microsoftonline.com/common/oauth2/authorize", "https://login.microsoftonline.com/common/oauth2/token"),
        new("facebook", "https://www.facebook.com/dialog/oauth", "https://graph.facebook.com/oauth/access_token", ","),
        new("github", "https://github.com/login/oauth/authorize", "https://github.com/login/oauth/access_token"),
        new("google", "https://accounts.google.com/o/oauth2/v2/auth", "https://oauth2.googleapis.com/token"),
        new("instagram", "https://api.instagram.com/oauth/authorize", "https://api.instagram.com/oauth/access_token"),
        new("linkedin", "https://www.linkedin.com/oauth/v2/authorization", "https://www.linkedin.com/oauth/v2/accessToken"),
        new("mailchimp", "https://login.mailchimp.com/oauth2/authorize", "https://login.mailchimp.com/oauth2/token"),
        new("microsoftaccount", "https://login.live.com/oauth20_authorize.srf", "https://login.live.com/oauth20_token.srf"),
        new("live", "https://login.live.com/oauth20_authorize.srf", "https://login.live.com/oauth20_token.srf"),
        new("salesforce", "https://login.salesforce.com/services/oauth2/authorize", "https://login.salesforce.com/services/oauth2/token"),
        new("slack", "https://slack.com/oauth/authorize", "https://slack.com/api/oauth.access", ","),
        new("todoist", "https://todoist.com/oauth/authorize", "https://todoist.com/oauth/access_token", ","),
        new("yammer", "https://www.yammer.com/oauth2/authorize", "https://www.yammer.com/oauth2/access_token"),
    ];

    public static IdentityProvider? Find(string name) => Array.Find(Table, p => string.Equals(p.Name, name.Trim(), StringComparison.OrdinalIgnoreCase));
}
