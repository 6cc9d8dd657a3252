using System.Text;
using Interactor.Compiler.Expressions;
using Interactor.Compiler.Model;
using Interactor.Testing.Samples;
using Interactor.Testing.Sandbox.Authorization;
using Interactor.Testing.Sandbox.Routing;

namespace Interactor.Testing.Sandbox;

/// <summary>Makes a request of a connector that works as it is, for people to try.</summary>
internal sealed class SampleCalls(RouteTable routes, TokenBook tokens, SandboxOptions options)
{
    /// <summary>A request of the connector's first reading action, or of its first action; null where it has none.</summary>
    public SandboxCall? Of(SandboxConnector connector, Uri baseUrl)
    {
        Route[] own = [.. routes.Routes.Where(r => r.Shown.Connector == connector.Address && !r.IsPrivate)];
        if ((Array.Find(own, r => r.Shown.Method == "GET") ?? own.FirstOrDefault()) is not { } route)
        {
            return null;
        }

        IReadOnlyDictionary<string, string> variables = connector.Variables(options);
        ExpressionText text = new(variables.GetValueOrDefault);
        List<KeyValuePair<string, string>> headers = [];
        StringBuilder url = new(baseUrl.GetLeftPart(UriPartial.Authority));
        if (routes.Routes.Any(r => r.Shown.Connector != connector.Address))
        {
            headers.Add(new(SandboxPipeline.HostHeader, route.Template.Host ?? ""));
        }

        url.Append(PathOf(route, connector));
        char separator = '?';
        foreach (ParameterModel parameter in route.Credentials.Count == 0 ? [] : route.Credentials[0].Method.Apply)
        {
            string value = ValueOf(parameter.Value, text, connector.Address);
            switch (parameter.Location)
            {
                case ParameterLocation.Query:
                    url.Append(separator).Append(Uri.EscapeDataString(parameter.Name)).Append('=').Append(Uri.EscapeDataString(value));
                    separator = '&';
                    break;
                case ParameterLocation.Header:
                    headers.Add(new(parameter.Name, value));
                    break;
                default:
                    headers.Add(new("Cookie", $"{parameter.Name}={value}"));
                    break;
            }
        }

        return new SandboxCall(route.Shown.Method, new Uri(url.ToString()), [.. headers.Where(h => h.Value.Length > 0)]);
    }

    // The path of a test where one fits, so that the answer is the one of that test.
    private static string PathOf(Route route, SandboxConnector connector)
    {
        IEnumerable<string> tested =
            from test in connector.Tests
            from exchange in test.Exchanges
            where exchange.Respond.Status is >= 200 and < 300
            let path = exchange.Expect.Path ?? (Uri.TryCreate(exchange.Expect.Url, UriKind.Absolute, out Uri? url) ? url.AbsolutePath : null)
            where path is not null && route.Template.Match(path) is not null
            select path;
        return tested.FirstOrDefault() ?? route.Template.Shown.Replace("{", "sandbox-", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal);
    }

    private string ValueOf(TypedExpression value, ExpressionText text, string connector)
    {
        if (text.Constant(value) is { } known)
        {
            return known;
        }

        if (value is CallExpression { Method.Name: "Header", Arguments: [var user, var password] })
        {
            return "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{text.Constant(user)}:{text.Constant(password)}"));
        }

        return string.Concat(ExpressionText.Parts(value).Select(part => part ?? tokens.Issue(connector, "", withRefresh: false).Access));
    }
}
