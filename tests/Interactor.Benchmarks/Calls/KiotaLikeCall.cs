using System.Net.Http.Headers;
using System.Text.Json;

namespace Interactor.Benchmarks.Calls;

/// <summary>What a client of request builders does: parameters in a dictionary, a body written to a stream, an answer parsed to a document and read by a delegate a member.</summary>
internal sealed class KiotaLikeCall(HttpMessageHandler handler)
{
    private readonly HttpClient _client = new(handler);

    public async Task<IssueRecord> CreateAsync(string owner, string repo, string title, string body, string[] labels)
    {
        Dictionary<string, object> parameters = new() { ["baseurl"] = "https://api.example.com", ["owner"] = owner, ["repo"] = repo };
        MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream))
        {
            writer.WriteStartObject();
            writer.WriteString("body", body);
            writer.WriteStartArray("labels");
            foreach (string label in labels)
            {
                writer.WriteStringValue(label);
            }

            writer.WriteEndArray();
            writer.WriteString("title", title);
            writer.WriteEndObject();
        }

        stream.Position = 0;
        using HttpRequestMessage request = new(HttpMethod.Post, Expand("{baseurl}/repos/{owner}/{repo}/issues", parameters)) { Content = new StreamContent(stream) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add("Authorization", "Bearer secret-token");
        request.Headers.Add("Accept", "application/json");
        request.Headers.Add("X-GitHub-Api-Version", "2022-11-28");
        using HttpResponseMessage response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        using JsonDocument document = await JsonDocument.ParseAsync(await response.Content.ReadAsStreamAsync());
        IssueRecord issue = new();
        Read(document.RootElement, Readers(issue));
        return issue;
    }

    private static Dictionary<string, Action<JsonElement>> Readers(IssueRecord issue) => new()
    {
        ["body"] = value => issue.Body = value.GetString(),
        ["comments"] = value => issue.Comments = value.GetInt32(),
        ["created_at"] = value => issue.CreatedAt = value.GetDateTimeOffset(),
        ["id"] = value => issue.Id = value.GetInt64(),
        ["labels"] = value => issue.Labels = [.. value.EnumerateArray().Select(static l => l.GetString()!)],
        ["locked"] = value => issue.Locked = value.GetBoolean(),
        ["number"] = value => issue.Number = value.GetInt32(),
        ["state"] = value => issue.State = value.GetString(),
        ["title"] = value => issue.Title = value.GetString(),
        ["user"] = value =>
        {
            UserRecord user = new();
            Read(value, new()
            {
                ["id"] = id => user.Id = id.GetInt64(),
                ["login"] = login => user.Login = login.GetString(),
            });
            issue.User = user;
        },
    };

    private static void Read(JsonElement json, Dictionary<string, Action<JsonElement>> readers)
    {
        foreach (JsonProperty member in json.EnumerateObject())
        {
            if (readers.TryGetValue(member.Name, out Action<JsonElement>? read))
            {
                read(member.Value);
            }
        }
    }

    private static Uri Expand(string template, Dictionary<string, object> parameters) => new(parameters.Aggregate(
        template,
        static (url, parameter) => url.Replace($"{{{parameter.Key}}}", parameter.Key == "baseurl" ? (string)parameter.Value : Uri.EscapeDataString((string)parameter.Value), StringComparison.Ordinal)));
}
