using Imported.Connectors.Github;
using Interactor.Prism.Tests.Server;

namespace Interactor.Prism.Tests.GitHub;

public abstract class GitHubTests(PrismServers servers) : ClientTests(servers, new("github.com/api.github.com.json"))
{
    private GithubClient? _client;

    protected GithubClient Client => _client ??= new GithubClient(new GithubOptions { HttpHandler = Prism });
}
