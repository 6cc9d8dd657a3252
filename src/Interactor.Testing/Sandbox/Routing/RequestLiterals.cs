using System.Text.Json;
using Interactor.Compiler.Expressions;
using Interactor.Compiler.Model;
using Interactor.Testing.Examples;

namespace Interactor.Testing.Sandbox.Routing;

/// <summary>What a definition fixes of a request beside its path: it tells apart requests that share one, such as those of an RPC endpoint.</summary>
internal sealed class RequestLiterals(RequestModel request)
{
    /// <summary>How many fixed particulars a request has, less those that it has not.</summary>
    public int Likeness(SentRequest sent)
    {
        int likeness = 0;
        foreach (ParameterModel parameter in request.Parameters.Where(p => p.Location != ParameterLocation.Cookie))
        {
            if (parameter.Value is LiteralExpression { Text: { } text })
            {
                IReadOnlyList<KeyValuePair<string, string>> given = parameter.Location == ParameterLocation.Query ? sent.Query : sent.Headers;
                likeness += Sign(given.Any(p => p.Key.Equals(parameter.Name, StringComparison.OrdinalIgnoreCase) && p.Value == text));
            }
        }

        return likeness + request.Body switch
        {
            FormBody form => form.Fields.Sum(f => f.Value is LiteralExpression { Text: { } text } ? Sign(sent.Form.Any(p => p.Key == f.Name && p.Value == text)) : 0),
            JsonBody json => OfJson(json.Template, sent.Body),
            _ => 0,
        };
    }

    private static int OfJson(TemplateModel template, byte[] body)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(body);
            return OfJson(template, document.RootElement);
        }
        catch (JsonException)
        {
            return -1;
        }
    }

    private static int OfJson(TemplateModel template, JsonElement given)
    {
        switch (template)
        {
            case LiteralTemplate literal:
                using (JsonDocument wanted = JsonDocument.Parse(literal.Json))
                {
                    return Sign(JsonElement.DeepEquals(wanted.RootElement, given));
                }

            case ObjectTemplate map when given.ValueKind == JsonValueKind.Object:
                return map.Entries.Sum(e => given.TryGetProperty(e.Name, out JsonElement member) ? OfJson(e.Value, member) : e.OmitNull ? 0 : -1);
            case ObjectTemplate or ArrayTemplate when given.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array):
                return -1;
            default:
                return 0;
        }
    }

    private static int Sign(bool isSame) => isSame ? 1 : -1;
}
