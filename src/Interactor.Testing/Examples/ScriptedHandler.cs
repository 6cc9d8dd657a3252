using System.Globalization;
using System.Net;
using System.Text;
using Interactor.Compiler.Model;

namespace Interactor.Testing.Examples;

/// <summary>Stands in for the network: checks each request against the next exchange of a test and answers with its response.</summary>
internal sealed class ScriptedHandler(IReadOnlyList<TestExchangeModel> exchanges) : HttpMessageHandler
{
    private readonly List<string> _failures = [];
    private readonly Lock _gate = new();
    private int _next;

    /// <summary>What was not as the script has it, the requests that were never made included.</summary>
    public IReadOnlyList<string> Failures()
    {
        lock (_gate)
        {
            return [.. _failures, .. exchanges.Skip(_next).Select(e => $"{e.Place}: the request was not made{Describe(e.Expect)}")];
        }
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Task.FromResult(Send(request, cancellationToken));

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        SentRequest sent = SentRequest.Read(request);
        lock (_gate)
        {
            if (_next == exchanges.Count)
            {
                string expected = exchanges.Count switch
                {
                    0 => "the test expects no request",
                    1 => "the test expects one request only",
                    _ => $"the test expects {exchanges.Count} requests only",
                };
                string message = $"an unexpected request: {sent} ({expected})";
                _failures.Add(message);
                throw new UnexpectedRequestException(message);
            }

            TestExchangeModel exchange = exchanges[_next++];
            string number = _next.ToString(CultureInfo.InvariantCulture);
            _failures.AddRange(RequestComparer.Differences(exchange.Expect, sent).Select(line => $"{exchange.Place}: request {number} ({sent}): {line}"));
            return Answer(exchange.Respond, request);
        }
    }

    private static HttpResponseMessage Answer(TestResponse respond, HttpRequestMessage request)
    {
        string? text = respond.Json ?? respond.Xml ?? respond.Text;
        HttpResponseMessage response = new((HttpStatusCode)respond.Status)
        {
            RequestMessage = request,
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(text ?? "")),
        };
        if (text is not null)
        {
            response.Content.Headers.TryAddWithoutValidation("Content-Type", MediaTypeOf(respond));
        }

        foreach (TestPair header in respond.Headers)
        {
            if (!response.Headers.TryAddWithoutValidation(header.Name, header.Value))
            {
                response.Content.Headers.Remove(header.Name);
                response.Content.Headers.TryAddWithoutValidation(header.Name, header.Value);
            }
        }

        return response;
    }

    /// <summary>The media type of the body that a test gives, where no header of its own says another.</summary>
    public static string MediaTypeOf(TestResponse respond) =>
        respond.Json is not null ? "application/json" : respond.Xml is not null ? "application/xml; charset=utf-8" : "text/plain; charset=utf-8";

    private static string Describe(TestExpectation expect) =>
        (expect.Url ?? expect.Path) is { } target ? $": {(expect.Method is { } method ? method + " " : "")}{target}" : "";
}
