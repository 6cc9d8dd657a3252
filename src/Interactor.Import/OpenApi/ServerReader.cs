using Interactor.Import.Documents;
using Interactor.Import.Findings;
using Interactor.Import.Model;
using Interactor.Import.Naming;

namespace Interactor.Import.OpenApi;

/// <summary>Makes named servers of those that a document, its paths and its operations list.</summary>
internal sealed class ServerReader(ImportContext context, VariableTable variables, EgressTable egress)
{
    /// <summary>The server of all operations that have none of their own.</summary>
    public const string Main = "api";

    private readonly UrlReader _urls = new(context, variables);
    private readonly UniqueNames _names = new();
    private readonly Dictionary<string, string> _known = new(StringComparer.Ordinal);
    private readonly List<ImportedServer> _servers = [];

    public IReadOnlyList<ImportedServer> All => _servers;

    /// <summary>The address of the main server where it is fixed: what relative URLs of security schemes stand below.</summary>
    public DefinitionText MainUrl => _servers[0].Url;

    public void ReadMain()
    {
        _names.Reserve(Main);
        string? given = context.Options.Server;
        IReadOnlyList<SpecServer> servers = given is null ? SpecServerReader.OfDocument(context) : [new SpecServer(given.Trim(), [], context.Top)];
        List<(SpecServer Server, UrlTemplate Url)> usable = given is null || IsAbsolute(given) ? Usable(servers) : [];
        if (given is not null && usable.Count == 0)
        {
            context.Log.Add(OptionRules.Server, context.Top, given);
        }

        DefinitionText url = usable.Count switch
        {
            0 when given is not null => DefinitionText.Of(given),
            0 => Asked(servers),
            1 => usable[0].Url.Text,
            _ => Chosen(usable),
        };
        _servers.Add(new ImportedServer(Main, url));
    }

    /// <summary>The server of an operation; null for the main one.</summary>
    public string? Of(Operation operation)
    {
        DocumentPlace owner = operation.Place.Find("servers") is not null ? operation.Place : operation.PathItem;
        IReadOnlyList<SpecServer> servers = context.IsSwagger || context.Options.Server is not null ? [] : SpecServerReader.OfList(owner);
        if (servers.Count == 0)
        {
            return null;
        }

        string key = string.Join('\n', servers.Select(s => s.Url));
        if (_known.TryGetValue(key, out string? name))
        {
            return name.Length == 0 ? null : name;
        }

        List<(SpecServer Server, UrlTemplate Url)> usable = Usable(servers);
        if (usable.Count > 1)
        {
            context.Log.Add(ImportRules.ServerAlternatives, owner.Find("servers")!);
        }

        name = usable.Count == 0 ? "" : NameOf(usable[0].Url);
        _known.Add(key, name);
        return name.Length == 0 ? null : name;
    }

    // A document may leave the scheme out; whoever writes an option can be asked for it.
    private static bool IsAbsolute(string url) => UrlText.Split(url.Trim()) is { Scheme: "http" or "https" };

    private string NameOf(UrlTemplate url)
    {
        if (_servers.Find(s => s.Url == url.Text) is { } same)
        {
            return same.Name == Main ? "" : same.Name;
        }

        string host = url.Parts.Count > 0 && UrlText.Split(url.Parts[0].Text) is { Authority: var authority } ? authority : "server";
        string first = Words.Joined(host.Split('.')[0]);
        string all = Words.Joined(UrlText.WithoutPort(host));
        string[] proposals = [.. ((string[])[first, all, "server"]).Where(p => p.Length > 0 && char.IsAsciiLetterLower(p[0]))];
        string name = _names.Claim(proposals, "-");
        _servers.Add(new ImportedServer(name, url.Text));
        return name;
    }

    // Two that become one by https are one.
    private List<(SpecServer Server, UrlTemplate Url)> Usable(IReadOnlyList<SpecServer> servers)
    {
        List<(SpecServer, UrlTemplate)> usable = [];
        HashSet<DefinitionText> seen = [];
        foreach (SpecServer server in servers)
        {
            if (_urls.Read(server.Url, server.Variables, server.Place, ImportRules.ServerHttp) is not { } url)
            {
                if (servers.Count > 1)
                {
                    context.Log.Add(ImportRules.ServerUnusable, server.Place, server.Url);
                }
            }
            else if (seen.Add(url.Text))
            {
                egress.Add(url.Hosts);
                usable.Add((server, url));
            }
        }

        return usable;
    }

    private DefinitionText Chosen(List<(SpecServer Server, UrlTemplate Url)> servers)
    {
        string[] choices = [.. servers.Select(s => s.Url.Display)];
        string name = variables.Add(new ImportedVariable("server")
        {
            Title = "Server",
            Summary = Texts.FirstParagraph(servers[0].Server.Place.TextOf("description")),
            Choices = choices,
            Default = choices[0],
        });
        ExpressionText server = ExpressionText.Variable(name);
        if (servers.All(s => s.Url.IsFixed))
        {
            return DefinitionText.Of(server);
        }

        ExpressionText chain = servers[^1].Url.Expression;
        for (int i = servers.Count - 2; i >= 0; i--)
        {
            chain = server.IsEqualTo(ExpressionText.Literal(choices[i])).Choose(servers[i].Url.Expression, chain);
        }

        return DefinitionText.Of(chain);
    }

    // The account's owner knows the address that the document does not say. A relative server keeps its path.
    private DefinitionText Asked(IReadOnlyList<SpecServer> servers)
    {
        string name = variables.Add(new ImportedVariable("base_url")
        {
            Title = "Base URL",
            Summary = "The address of the service: https:// and its host.",
            Pattern = @"https://[^\s/?#@\\]+(/[^\s?#\\]*)?",
        });
        context.Log.Add(ImportRules.ServerByVariable, servers.Count > 0 ? servers[0].Place : context.Top, name);
        ExpressionText url = ExpressionText.Variable(name);
        egress.Add([DefinitionText.Of(url)]);
        string path = servers.Count > 0 ? servers[0].Url.Trim() : "";
        bool isPath = path.StartsWith('/') && !path.StartsWith("//", StringComparison.Ordinal) && path.All(c => c is > ' ' and <= '~' and not ('{' or '}' or '?' or '#' or '\\' or '$'));
        return DefinitionText.Of(url) + DefinitionText.Of(isPath ? path.TrimEnd('/') : "");
    }
}
