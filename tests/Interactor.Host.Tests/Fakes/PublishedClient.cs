using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Interactor.Host.Tests.Fakes;

/// <summary>
/// A client as somebody wrote it who knows the published contract only: it reads the URL as a bare string and the output from its member, sends no content type that
/// nobody asked for, and knows failures by their texts.
/// </summary>
internal sealed class PublishedClient(Uri host, string key) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = host };

    public async Task<string> AuthUrlAsync(string connector, string account)
    {
        using HttpResponseMessage response = await SendAsync(HttpMethod.Get, $"/api/v1/connector/{connector}/auth-url?account={account}", null);
        string text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, text);
        Assert.True(text.StartsWith("\"http", StringComparison.Ordinal) && text.EndsWith('"'), text);
        return JsonSerializer.Deserialize<string>(text)!;
    }

    /// <summary>Executes an action; what failed is thrown with the text of the answer.</summary>
    public async Task<JsonElement> ExecuteAsync(string connector, string action, string query, string? input)
    {
        using HttpResponseMessage response = await SendAsync(HttpMethod.Post, $"/api/v1/connector/{connector}/action/{action}/execute?{query}", input);
        using JsonDocument answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return response.IsSuccessStatusCode
            ? answer.RootElement.GetProperty("output").Clone()
            : throw new HttpRequestException(answer.RootElement.GetProperty("error").GetString(), null, response.StatusCode);
    }

    /// <summary>All items of an action that gives a page with the place of the next one.</summary>
    public async Task<List<string>> AllAsync(string connector, string action, string account, string list)
    {
        List<string> ids = [];
        string? next = null;
        do
        {
            JsonElement page = await ExecuteAsync(connector, action, "account=" + account, next is null ? null : JsonSerializer.Serialize(new { pageToken = next }));
            ids.AddRange(page.GetProperty(list).EnumerateArray().Select(static item => item.GetProperty("id").GetString()!));
            next = page.GetProperty("nextPageToken").GetString();
        }
        while (next is not null);

        return ids;
    }

    public void Dispose() => _http.Dispose();

    private Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? body)
    {
        HttpRequestMessage request = new(method, path);
        request.Headers.TryAddWithoutValidation("x-api-key", key);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        }

        return _http.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
