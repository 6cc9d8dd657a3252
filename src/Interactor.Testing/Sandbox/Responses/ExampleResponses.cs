using System.Text;
using System.Text.Json;
using Interactor.Compiler.Model;
using Interactor.Testing.Examples;
using Interactor.Testing.Sandbox.Routing;

namespace Interactor.Testing.Sandbox.Responses;

/// <summary>The responses that the tests of a definition give to one route.</summary>
internal sealed class ExampleResponses(UrlTemplate template, IReadOnlyList<TestExchangeModel> exchanges)
{
    public bool HasSuccess => exchanges.Any(IsSuccess);

    /// <summary>
    /// The response of the test whose request is most like this one; null where none is. A response that is no success has to fit exactly, and in something
    /// particular, because most such tests differ from the others in the response only.
    /// </summary>
    public SandboxReply? Best(SentRequest request, string[] values)
    {
        (TestExchangeModel Exchange, ExampleScore Score)[] ranked =
        [
            .. exchanges.Select(e => (e, ScoreOf(e.Expect, request, values))).OrderByDescending(r => r.Item2.IsFull).ThenByDescending(r => r.Item2.Matches),
        ];
        (TestExchangeModel Exchange, ExampleScore Score)? success = Array.Find(ranked, r => IsSuccess(r.Exchange)) is { Exchange: not null } found ? found : null;
        (TestExchangeModel Exchange, ExampleScore Score) failure = Array.Find(ranked, r => !IsSuccess(r.Exchange) && r.Score.IsFull);
        if (failure.Exchange is not null && failure.Score.Matches > (success?.Score.Matches ?? 0) && success?.Score.IsFull != true)
        {
            return ReplyOf(failure.Exchange);
        }

        return success is { } best ? ReplyOf(best.Exchange) : null;
    }

    private ExampleScore ScoreOf(TestExpectation expect, SentRequest request, string[] values)
    {
        ExampleScore score = new();
        if ((expect.Path ?? PathOf(expect.Url)) is { } path && template.Match(path) is { } wanted)
        {
            for (int i = 0; i < wanted.Length && i < values.Length; i++)
            {
                score = score.With(RequestComparer.IsPath(wanted[i], values[i]));
            }
        }

        score = Pairs(score, expect.Query ?? [], request.Query, StringComparison.Ordinal);
        score = Pairs(score, expect.Form ?? [], expect.Form is null ? [] : request.Form, StringComparison.Ordinal);
        score = Pairs(score, expect.Headers, request.Headers, StringComparison.OrdinalIgnoreCase);
        score = expect.Xml is null ? score : score.With(XmlDifference.Find(expect.Xml, request.Text).Count == 0);
        score = expect.Text is null ? score : score.With(expect.Text == request.Text);
        return expect.Json is null ? score : Json(score, expect.Json, request.Body);
    }

    private static ExampleScore Pairs(ExampleScore score, IReadOnlyList<TestPair> wanted, IReadOnlyList<KeyValuePair<string, string>> given, StringComparison names) =>
        wanted.Aggregate(score, (s, pair) => s.With(given.Any(g => g.Key.Equals(pair.Name, names) && g.Value == pair.Value)));

    private static ExampleScore Json(ExampleScore score, string wanted, byte[] body)
    {
        try
        {
            using JsonDocument expected = JsonDocument.Parse(wanted);
            using JsonDocument given = JsonDocument.Parse(body);
            return Leaves(score, expected.RootElement, given.RootElement);
        }
        catch (JsonException)
        {
            return score.With(false);
        }
    }

    private static ExampleScore Leaves(ExampleScore score, JsonElement wanted, JsonElement given)
    {
        switch (wanted.ValueKind)
        {
            case JsonValueKind.Object when given.ValueKind == JsonValueKind.Object:
                foreach (JsonProperty member in wanted.EnumerateObject())
                {
                    score = given.TryGetProperty(member.Name, out JsonElement value) ? Leaves(score, member.Value, value) : score.With(false);
                }

                return score;
            case JsonValueKind.Array when given.ValueKind == JsonValueKind.Array && given.GetArrayLength() == wanted.GetArrayLength():
                for (int i = 0; i < wanted.GetArrayLength(); i++)
                {
                    score = Leaves(score, wanted[i], given[i]);
                }

                return score;
            default:
                return score.With(JsonElement.DeepEquals(wanted, given));
        }
    }

    private static SandboxReply ReplyOf(TestExchangeModel exchange)
    {
        TestResponse respond = exchange.Respond;
        string? text = respond.Json ?? respond.Xml ?? respond.Text;
        string? given = respond.Headers.FirstOrDefault(h => h.Name.Equals("content-type", StringComparison.OrdinalIgnoreCase))?.Value;
        string? type = given ?? (text is null ? null : ScriptedHandler.MediaTypeOf(respond));
        return new SandboxReply(respond.Status, Encoding.UTF8.GetBytes(text ?? ""), type, exchange.Place)
        {
            Headers = [.. respond.Headers.Where(h => !IsLeftOut(h.Name, respond.Status)).Select(h => new KeyValuePair<string, string>(h.Name, h.Value))],
        };
    }

    // A job of the sandbox is done at once, and nobody has to wait for it.
    private static bool IsLeftOut(string header, int status) =>
        header.StartsWith("content-", StringComparison.OrdinalIgnoreCase) || (status < 300 && header.Equals("retry-after", StringComparison.OrdinalIgnoreCase));

    private static string? PathOf(string? url) => Uri.TryCreate(url, UriKind.Absolute, out Uri? parsed) ? parsed.AbsolutePath : null;

    private static bool IsSuccess(TestExchangeModel exchange) => exchange.Respond.Status is >= 200 and < 300;
}
