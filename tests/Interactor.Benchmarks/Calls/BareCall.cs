using System.Buffers;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Interactor.Benchmarks.Calls;

/// <summary>What a careful person writes by hand: an invoker, a JSON writer, a JSON reader, and nothing else.</summary>
internal sealed class BareCall(HttpMessageHandler handler)
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    private readonly HttpMessageInvoker _invoker = new(handler);

    public async Task<IssueRecord> CreateAsync(string owner, string repo, string title, string body, string[] labels)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter writer = new(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("title"u8, title);
            writer.WriteString("body"u8, body);
            writer.WriteStartArray("labels"u8);
            foreach (string label in labels)
            {
                writer.WriteStringValue(label);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        ReadOnlyMemoryContent content = new(buffer.WrittenMemory);
        content.Headers.ContentType = Json;
        Uri uri = new($"https://api.example.com/repos/{Uri.EscapeDataString(owner)}/{Uri.EscapeDataString(repo)}/issues");
        using HttpRequestMessage request = new(HttpMethod.Post, uri) { Content = content };
        AddHeaders(request);
        using HttpResponseMessage response = await _invoker.SendAsync(request, CancellationToken.None);
        response.EnsureSuccessStatusCode();
        return Read(await response.Content.ReadAsByteArrayAsync());
    }

    public async Task<IssueRecord> GetAsync(string owner, string repo, int number)
    {
        Uri uri = new(string.Create(CultureInfo.InvariantCulture, $"https://api.example.com/repos/{Uri.EscapeDataString(owner)}/{Uri.EscapeDataString(repo)}/issues/{number}"));
        using HttpRequestMessage request = new(HttpMethod.Get, uri);
        AddHeaders(request);
        using HttpResponseMessage response = await _invoker.SendAsync(request, CancellationToken.None);
        response.EnsureSuccessStatusCode();
        return Read(await response.Content.ReadAsByteArrayAsync());
    }

    private static void AddHeaders(HttpRequestMessage request)
    {
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer secret-token");
        request.Headers.TryAddWithoutValidation("Accept", "application/json");
        request.Headers.TryAddWithoutValidation("X-GitHub-Api-Version", "2022-11-28");
    }

    private static IssueRecord Read(ReadOnlySpan<byte> utf8)
    {
        Utf8JsonReader reader = new(utf8);
        IssueRecord issue = new();
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("id"u8))
            {
                reader.Read();
                issue.Id = reader.GetInt64();
            }
            else if (reader.ValueTextEquals("number"u8))
            {
                reader.Read();
                issue.Number = reader.GetInt32();
            }
            else if (reader.ValueTextEquals("title"u8))
            {
                reader.Read();
                issue.Title = reader.GetString();
            }
            else if (reader.ValueTextEquals("body"u8))
            {
                reader.Read();
                issue.Body = reader.GetString();
            }
            else if (reader.ValueTextEquals("state"u8))
            {
                reader.Read();
                issue.State = reader.GetString();
            }
            else if (reader.ValueTextEquals("labels"u8))
            {
                reader.Read();
                issue.Labels = ReadLabels(ref reader);
            }
            else if (reader.ValueTextEquals("locked"u8))
            {
                reader.Read();
                issue.Locked = reader.GetBoolean();
            }
            else if (reader.ValueTextEquals("comments"u8))
            {
                reader.Read();
                issue.Comments = reader.GetInt32();
            }
            else if (reader.ValueTextEquals("created_at"u8))
            {
                reader.Read();
                issue.CreatedAt = reader.GetDateTimeOffset();
            }
            else if (reader.ValueTextEquals("user"u8))
            {
                reader.Read();
                issue.User = ReadUser(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        return issue;
    }

    private static string[] ReadLabels(ref Utf8JsonReader reader)
    {
        List<string> labels = [];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            labels.Add(reader.GetString()!);
        }

        return [.. labels];
    }

    private static UserRecord ReadUser(ref Utf8JsonReader reader)
    {
        UserRecord user = new();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("login"u8))
            {
                reader.Read();
                user.Login = reader.GetString();
            }
            else if (reader.ValueTextEquals("id"u8))
            {
                reader.Read();
                user.Id = reader.GetInt64();
            }
            else
            {
                reader.Skip();
            }
        }

        return user;
    }
}
