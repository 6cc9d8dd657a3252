using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Interactor.Benchmarks.Calls;

/// <summary>What a client made from an interface does: a template filled by name, headers by name, System.Text.Json by reflection.</summary>
internal sealed class RefitLikeCall(HttpMessageHandler handler)
{
    private const string Template = "/repos/{owner}/{repo}/issues";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    private readonly HttpClient _client = new(handler) { BaseAddress = new Uri("https://api.example.com/") };

    public async Task<IssueRecord> CreateAsync(string owner, string repo, string title, string body, string[] labels)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, Path(new() { ["owner"] = owner, ["repo"] = repo }));
        request.Content = JsonContent.Create(new NewIssue(title, body, labels), options: Options);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "secret-token");
        request.Headers.Add("Accept", "application/json");
        request.Headers.Add("X-GitHub-Api-Version", "2022-11-28");
        using HttpResponseMessage response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<IssueRecord>(Options))!;
    }

    private static string Path(Dictionary<string, string> values) =>
        values.Aggregate(Template, static (path, value) => path.Replace($"{{{value.Key}}}", Uri.EscapeDataString(value.Value), StringComparison.Ordinal));
}
