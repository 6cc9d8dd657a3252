using RestSharp;
using RestSharp.Serializers.Json;

namespace Interactor.Benchmarks.Calls;

/// <summary>RestSharp with its System.Text.Json serializer.</summary>
internal sealed class RestSharpCall(HttpMessageHandler handler)
{
    private readonly RestClient _client = new(
        handler,
        configureRestClient: options => options.BaseUrl = new Uri("https://api.example.com/"),
        configureSerialization: serializers => serializers.UseSystemTextJson());

    public async Task<IssueRecord> CreateAsync(string owner, string repo, string title, string body, string[] labels)
    {
        RestRequest request = new RestRequest("repos/{owner}/{repo}/issues", Method.Post)
            .AddUrlSegment("owner", owner)
            .AddUrlSegment("repo", repo)
            .AddHeader("Authorization", "Bearer secret-token")
            .AddHeader("Accept", "application/json")
            .AddHeader("X-GitHub-Api-Version", "2022-11-28")
            .AddJsonBody(new NewIssue(title, body, labels));
        RestResponse<IssueRecord> response = await _client.ExecuteAsync<IssueRecord>(request);
        return response.Data ?? throw new InvalidOperationException(response.ErrorMessage);
    }
}
