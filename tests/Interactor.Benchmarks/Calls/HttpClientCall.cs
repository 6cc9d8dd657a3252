using System.Net.Http.Headers;
using System.Net.Http.Json;

namespace Interactor.Benchmarks.Calls;

/// <summary>HttpClient with System.Text.Json's source generation: the usual modern code.</summary>
internal sealed class HttpClientCall(HttpMessageHandler handler)
{
    private readonly HttpClient _client = new(handler) { BaseAddress = new Uri("https://api.example.com/") };

    public async Task<IssueRecord> CreateAsync(string owner, string repo, string title, string body, string[] labels)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, $"repos/{Uri.EscapeDataString(owner)}/{Uri.EscapeDataString(repo)}/issues");
        request.Content = JsonContent.Create(new NewIssue(title, body, labels), IssueJsonContext.Default.NewIssue);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "secret-token");
        request.Headers.Add("Accept", "application/json");
        request.Headers.Add("X-GitHub-Api-Version", "2022-11-28");
        using HttpResponseMessage response = await _client.SendAsync(request);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync(IssueJsonContext.Default.IssueRecord))!;
    }
}
