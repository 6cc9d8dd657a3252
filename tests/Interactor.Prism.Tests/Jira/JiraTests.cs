using Imported.Connectors.Jira;
using Interactor.Prism.Tests.Server;

namespace Interactor.Prism.Tests.Jira;

public abstract class JiraTests(PrismServers servers) : ClientTests(servers, new("atlassian.com/jira.json", HasExamples: false))
{
    private JiraClient? _client;

    protected const string Api = "https://your-domain.atlassian.net/rest/api/3";

    protected JiraClient Client => _client ??= new JiraClient(new JiraOptions { HttpHandler = Prism, Username = "ann@example.com", Password = "secret" });
}
