using Interactor.Import.Findings;
using Interactor.Import.Model;
using Interactor.Import.OpenApi;

namespace Interactor.Import.PowerPlatform;

/// <summary>Policies that put another host in front of the path: <c>https://@connectionParameters('site').example.com</c>.</summary>
internal sealed class HostPolicies(UrlTemplates urls, EgressTable egress)
{
    private readonly List<ImportedServer> _servers = [];
    private readonly Dictionary<string, string?> _known = new(StringComparer.Ordinal);

    /// <summary>Servers of single actions.</summary>
    public IReadOnlyList<ImportedServer> Servers => _servers;

    /// <summary>The server that every request goes to; null where the policy cannot be said.</summary>
    public DefinitionText? Everywhere(Policy policy) => Read(policy);

    /// <summary>The name of the server that the policy makes; null where it cannot be said.</summary>
    public string? Of(Policy policy)
    {
        string template = policy["urlTemplate"] ?? "";
        if (_known.TryGetValue(template, out string? name))
        {
            return name;
        }

        if (Read(policy) is { } url)
        {
            name = _servers.Find(s => s.Url == url)?.Name ?? "host" + (_servers.Count == 0 ? "" : "-" + (_servers.Count + 1));
            if (_servers.TrueForAll(s => s.Name != name))
            {
                _servers.Add(new ImportedServer(name, url));
            }
        }

        _known.Add(template, name);
        return name;
    }

    /// <summary>The connection parameters that the address needs; null where it needs more than these.</summary>
    public static IReadOnlyList<string>? ParametersOf(Policy policy) =>
        PolicyText.Read(policy["urlTemplate"]?.Trim() ?? "") is { } parts && PolicyValues.IsOfConnection(parts)
            ? [.. parts.Where(p => p.IsCall).Select(p => p.Argument!)]
            : null;

    // The reader of URLs knows {name}: parameters are written so for it.
    private DefinitionText? Read(Policy policy)
    {
        if (PolicyText.Read(policy["urlTemplate"]?.Trim() ?? "") is not { Count: > 0 } parts || !PolicyValues.IsOfConnection(parts))
        {
            return null;
        }

        string url = string.Concat(parts.Select(p => p.IsCall ? "{" + p.Argument + "}" : p.Text));
        if (urls.Read(url, policy.Place, ImportRules.ServerHttp) is not { } read)
        {
            return null;
        }

        egress.Add(read.Hosts);
        return read.Text;
    }
}
