using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Expressions;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Requests;

/// <summary>The servers of a connector and the hosts that may see a credential.</summary>
internal sealed class ServerTable(BindingContext context, IReadOnlyCollection<string> names, IReadOnlyCollection<string> egress, bool isEgressWritten, string? defaultServer)
{
    public IReadOnlyCollection<string> Names => names;

    /// <summary>The server a request goes to: its own, else the default, else the only one.</summary>
    public string? Resolve(ScalarNode? scalar, MappingNode request)
    {
        if (scalar is null)
        {
            string? fallback = defaultServer ?? (names.Count == 1 ? names.First() : null);
            if (fallback is null)
            {
                context.Report(StructureDiagnostics.MissingKey, request, "A request without a default server", "server");
            }

            return fallback;
        }

        if (!names.Contains(scalar.Text))
        {
            context.Report(StructureDiagnostics.UnknownName, scalar, "server", scalar.Text, Nearest.Hint(scalar.Text, names));
            return null;
        }

        return scalar.Text;
    }

    /// <summary>Checks a URL as far as it is fixed text: its form, and its host against the egress list.</summary>
    public void CheckUrl(ScalarNode scalar, TypedExpression url)
    {
        switch (url)
        {
            case LiteralExpression { Text: { } text }:
                if (!Uri.TryCreate(text, UriKind.Absolute, out Uri? uri) || !HasSafeForm(uri, text))
                {
                    context.Report(StructureDiagnostics.InvalidUrl, scalar, text);
                }
                else if (!EgressHost.Allows(egress, uri.Host))
                {
                    context.Report(StructureDiagnostics.HostNotInEgress, scalar, uri.Host);
                }

                break;
            case InterpolationExpression { Parts: var parts } when parts[0] is LiteralExpression { Text: { } start }:
                CheckStart(scalar, start);
                break;
            case not ErrorExpression:
                RequireEgress(scalar);
                break;
        }
    }

    // https://api.example.com/${…}: the host is fixed as soon as a '/' follows it.
    private void CheckStart(ScalarNode scalar, string start)
    {
        if (!start.StartsWith("https://", StringComparison.Ordinal) && !start.StartsWith("http://127.0.0.1", StringComparison.Ordinal))
        {
            context.Report(StructureDiagnostics.InvalidUrl, scalar, start);
            return;
        }

        int path = start.IndexOf('/', start.IndexOf("//", StringComparison.Ordinal) + 2);
        if (path < 0)
        {
            RequireEgress(scalar);
        }
        else if (path > 0 && Uri.TryCreate(start.Substring(0, path), UriKind.Absolute, out Uri? uri) && !EgressHost.Allows(egress, uri.Host))
        {
            context.Report(StructureDiagnostics.HostNotInEgress, scalar, uri.Host);
        }
    }

    // Which hosts an expression may give is for a person to say.
    private void RequireEgress(ScalarNode scalar)
    {
        if (!isEgressWritten)
        {
            context.Report(StructureDiagnostics.MissingKey, scalar, "A connector with an expression in a host", "egress");
        }
    }

    private static bool HasSafeForm(Uri uri, string text) =>
        (uri.Scheme == "https" || (uri.Scheme == "http" && uri.IsLoopback)) && uri.UserInfo.Length == 0 && text.IndexOfAny(['?', '#']) < 0;
}
