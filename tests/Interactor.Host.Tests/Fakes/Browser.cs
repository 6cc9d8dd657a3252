using System.Text;
using System.Text.Json;

namespace Interactor.Host.Tests.Fakes;

/// <summary>A person at a browser: it keeps cookies, and sends the token of its session as the pages of the host would.</summary>
public sealed class Browser(RunningHost host) : IDisposable
{
    public const string Password = "canary correct horse";
    public const string Manage = "/api/v1/manage";

    private readonly HttpClient _http = new(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = host.Http.BaseAddress };

    /// <summary>The cookies by name.</summary>
    public Dictionary<string, string> Cookies { get; } = [];

    /// <summary>What is sent in the header <c>x-csrf-token</c>; null for nothing.</summary>
    public string? Token { get; set; }

    /// <summary>The header <c>Set-Cookie</c> of the last answer.</summary>
    public IReadOnlyList<string> Set { get; private set; } = [];

    /// <summary>Becomes the first administrator and signs in.</summary>
    public static async Task<Browser> SetUpAsync(RunningHost host, string email = "ann@example.com")
    {
        Browser browser = new(host);
        Is(201, await browser.SendAsync(HttpMethod.Post, "/setup", new { link = SecretOf(host.Application.SetupUrl!.AbsoluteUri), email, name = "Ann", password = Password }));
        Is(200, await browser.SignInAsync(email));
        return browser;
    }

    /// <summary>Invites somebody, who joins and signs in.</summary>
    public async Task<Browser> InviteAsync(string email, string role)
    {
        JsonElement invitation = Is(201, await SendAsync(HttpMethod.Post, "/invitations", new { email, role }));
        Browser other = new(host);
        Is(201, await other.SendAsync(HttpMethod.Post, "/setup", new { link = SecretOf(invitation.GetProperty("url").GetString()!), name = "Bob", password = Password }));
        Is(200, await other.SignInAsync(email));
        return other;
    }

    public async Task<(int Status, JsonElement Body)> SignInAsync(string email, string password = Password)
    {
        (int status, JsonElement body) = await SendAsync(HttpMethod.Post, "/session", new { email, password });
        Token = status == 200 ? body.GetProperty("csrfToken").GetString() : Token;
        return (status, body);
    }

    /// <summary>Sends a request to a managing endpoint.</summary>
    public Task<(int Status, JsonElement Body)> SendAsync(HttpMethod method, string path, object? body = null) =>
        SendTextAsync(method, path, body as string ?? (body is null ? null : JsonSerializer.Serialize(body)));

    public async Task<(int Status, JsonElement Body)> SendTextAsync(HttpMethod method, string path, string? body, string mediaType = "application/json")
    {
        using HttpRequestMessage request = new(method, Manage + path) { Content = body is null ? null : new StringContent(body, Encoding.UTF8, mediaType) };
        if (Token is not null)
        {
            request.Headers.TryAddWithoutValidation("x-csrf-token", Token);
        }

        request.Headers.TryAddWithoutValidation("cookie", string.Join("; ", Cookies.Select(static cookie => $"{cookie.Key}={cookie.Value}")));
        using HttpResponseMessage response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        Keep(response);
        byte[] bytes = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        return ((int)response.StatusCode, bytes.Length == 0 ? default : JsonElement.Parse(bytes));
    }

    /// <summary>Takes the cookies of an answer.</summary>
    public void Keep(HttpResponseMessage response)
    {
        Set = response.Headers.TryGetValues("set-cookie", out IEnumerable<string>? set) ? [.. set] : [];
        foreach (string cookie in Set)
        {
            string[] parts = cookie.Split(';')[0].Split('=', 2);
            Cookies[parts[0]] = parts[1];
        }
    }

    public static string SecretOf(string url) => url[(url.LastIndexOf('/') + 1)..];

    /// <summary>The body of an answer that has to have a status.</summary>
    public static JsonElement Is(int status, (int Status, JsonElement Body) answer)
    {
        Assert.True(status == answer.Status, $"{answer.Status} and not {status}: {(answer.Body.ValueKind == JsonValueKind.Undefined ? "" : answer.Body.GetRawText())}");
        return answer.Body;
    }

    public void Dispose() => _http.Dispose();
}
