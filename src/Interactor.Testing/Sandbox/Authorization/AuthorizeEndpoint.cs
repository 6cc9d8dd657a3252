using Interactor.Testing.Examples;

namespace Interactor.Testing.Sandbox.Authorization;

/// <summary>The authorization endpoint (RFC 6749, section 3.1): a page that asks, and the redirect that its answer gives.</summary>
internal sealed class AuthorizeEndpoint(ClientSettings client, TokenBook tokens)
{
    /// <summary>The page for a person.</summary>
    public SandboxReply Ask(SentRequest request)
    {
        Dictionary<string, string> parameters = ParametersOf(request);
        return Problem(parameters) is { } problem
            ? SandboxReply.Html(400, ConsentPage.OfProblem(client.AppName, problem))
            : SandboxReply.Html(200, ConsentPage.Of(client.AppName, ScopesOf(parameters), $"{request.Url.Query}"));
    }

    /// <summary>What the person decided: <c>decision=allow</c> or <c>deny</c> in the form.</summary>
    public SandboxReply Decide(SentRequest request)
    {
        Dictionary<string, string> parameters = ParametersOf(request);
        if (Problem(parameters) is { } problem)
        {
            return SandboxReply.Html(400, ConsentPage.OfProblem(client.AppName, problem));
        }

        string redirect = parameters["redirect_uri"];
        bool isAllowed = request.Form.Any(p => p is { Key: "decision", Value: "allow" });
        string answer = isAllowed
            ? "code=" + tokens.IssueCode(new AuthorizationCode(
                client.Connector,
                parameters["client_id"],
                redirect,
                parameters.GetValueOrDefault("scope", ""),
                parameters.GetValueOrDefault("code_challenge")))
            : "error=access_denied&error_description=The%20person%20denied%20the%20request.";
        string state = parameters.TryGetValue("state", out string? given) ? "&state=" + Uri.EscapeDataString(given) : "";
        return SandboxReply.Redirect($"{redirect}{(redirect.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{answer}{state}");
    }

    // Without a good client and redirect URI nothing may be sent back, so every problem is told to the person (section 4.1.2.1).
    private string? Problem(Dictionary<string, string> parameters)
    {
        if (!client.IsClient(parameters.GetValueOrDefault("client_id")))
        {
            return $"The client_id is not the one of this sandbox, which is '{client.ClientId}'.";
        }

        if (!Uri.TryCreate(parameters.GetValueOrDefault("redirect_uri"), UriKind.Absolute, out Uri? redirect)
            || (redirect.Scheme != Uri.UriSchemeHttp && redirect.Scheme != Uri.UriSchemeHttps)
            || redirect.Fragment.Length > 0
            || redirect.UserInfo.Length > 0
            || !redirect.OriginalString.All(c => c is > ' ' and < '\x7f'))
        {
            return "The redirect_uri is missing, or is not an absolute http or https URL of plain ASCII without user information and fragment.";
        }

        if (parameters.GetValueOrDefault("response_type") != "code")
        {
            return "The response_type is not 'code'.";
        }

        return client.OAuth.Pkce && (string.IsNullOrEmpty(parameters.GetValueOrDefault("code_challenge")) || parameters.GetValueOrDefault("code_challenge_method") != "S256")
            ? "The request has no code_challenge with the code_challenge_method 'S256' (RFC 7636)."
            : null;
    }

    private string[] ScopesOf(Dictionary<string, string> parameters)
    {
        string separator = client.OAuth.ScopeSeparator;
        return parameters.GetValueOrDefault("scope", "").Split([separator, " "], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    private static Dictionary<string, string> ParametersOf(SentRequest request) =>
        request.Query.GroupBy(p => p.Key, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Value, StringComparer.Ordinal);
}
