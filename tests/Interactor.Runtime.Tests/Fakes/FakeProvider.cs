using System.Net;
using System.Text;
using Xunit;

namespace Interactor.Runtime.Tests.Fakes;

/// <summary>A provider in memory: answers by a function and keeps what it received.</summary>
public sealed class FakeProvider(Func<SentRequest, CancellationToken, Task<HttpResponseMessage>> answer) : HttpMessageHandler
{
    private readonly Lock _lock = new();

    public FakeProvider(Func<SentRequest, HttpResponseMessage> answer)
        : this((request, _) => Task.FromResult(answer(request)))
    {
    }

    /// <summary>Answers each request by the next function, and every further one by the last.</summary>
    public FakeProvider(params Func<SentRequest, HttpResponseMessage>[] answers)
        : this(InTurn(answers))
    {
    }

    public List<SentRequest> Requests { get; } = [];

    public SentRequest Only => Assert.Single(Requests);

    public static HttpResponseMessage Answer(string json, int status = 200, params (string Name, string Value)[] headers)
    {
        HttpResponseMessage response = new((HttpStatusCode)status) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        foreach ((string name, string value) in headers)
        {
            Assert.True(response.Headers.TryAddWithoutValidation(name, value));
        }

        return response;
    }

    public static HttpResponseMessage Status(int status, params (string Name, string Value)[] headers) => Answer("{}", status, headers);

    public static HttpResponseMessage Body(byte[] bytes, string? mediaType, int status = 200)
    {
        HttpResponseMessage response = new((HttpStatusCode)status) { Content = new ByteArrayContent(bytes) };
        if (mediaType is not null)
        {
            response.Content.Headers.TryAddWithoutValidation("Content-Type", mediaType);
        }

        return response;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        SentRequest sent = new(
            request.Method.Method,
            request.RequestUri!.Scheme + "://" + request.RequestUri.Authority + request.RequestUri.PathAndQuery,
            request.Headers.Concat(request.Content?.Headers.AsEnumerable() ?? []).ToDictionary(static header => header.Key, static header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase),
            request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken));
        lock (_lock)
        {
            Requests.Add(sent);
        }

        return await answer(sent, cancellationToken);
    }

    private static Func<SentRequest, CancellationToken, Task<HttpResponseMessage>> InTurn(Func<SentRequest, HttpResponseMessage>[] answers)
    {
        int next = -1;
        return (request, _) => Task.FromResult(answers[Math.Min(Interlocked.Increment(ref next), answers.Length - 1)](request));
    }
}
