using Interactor.Benchmarks.Measuring;
using Interactor.Connectors.Bench;
using Interactor.Runtime.Security;

namespace Interactor.Benchmarks.Calls;

/// <summary>Everyone who makes the same calls, through one provider; the first is what the others are compared with.</summary>
internal sealed class Contenders(HttpMessageHandler provider)
{
    private const string Owner = "octocat";
    private const string Repo = "hello-world";
    private const string Title = "The call costs too much";
    private const string Body = "Measure it, then make it cheaper.";
    private const int Number = 42;

    private static readonly string[] Labels = ["bug", "performance"];

    private static readonly IssueCreateInput Input = new() { Owner = Owner, Repo = Repo, Title = Title, Body = Body, Labels = Labels };

    private static readonly IssueGetInput Query = new() { Owner = Owner, Repo = Repo, Number = Number };

    private readonly BareCall _bare = new(provider);

    private readonly HttpClientCall _client = new(provider);

    private readonly RefitLikeCall _refit = new(provider);

    private readonly KiotaLikeCall _kiota = new(provider);

    private readonly RestSharpCall _restSharp = new(provider);

    private readonly BenchClient _generated = new(new BenchOptions
    {
        HttpHandler = provider,
        ValidateResponses = true,
        Connection = new Connection
        {
            Method = "app",
            Tokens = new Dictionary<string, Token> { [Connection.MainToken] = new() { Value = "secret-token", ExpiresAt = DateTimeOffset.UtcNow.AddHours(8) } },
        },
    });

    /// <summary>A POST with a JSON body of three members.</summary>
    public IReadOnlyList<Contender> Posts =>
    [
        new("HttpMessageInvoker, hand-written JSON", async () => Expect((await _bare.CreateAsync(Owner, Repo, Title, Body, Labels)).Number)),
        new("generated client", async () => Expect((await _generated.Issue.CreateAsync(Input)).Number)),
        new("HttpClient, System.Text.Json generation", async () => Expect((await _client.CreateAsync(Owner, Repo, Title, Body, Labels)).Number)),
        new("as Refit does it", async () => Expect((await _refit.CreateAsync(Owner, Repo, Title, Body, Labels)).Number)),
        new("as Kiota does it", async () => Expect((await _kiota.CreateAsync(Owner, Repo, Title, Body, Labels)).Number)),
        new("RestSharp", async () => Expect((await _restSharp.CreateAsync(Owner, Repo, Title, Body, Labels)).Number)),
    ];

    /// <summary>A GET, by hand and generated.</summary>
    public IReadOnlyList<Contender> Gets =>
    [
        new("HttpMessageInvoker, hand-written JSON", async () => Expect((await _bare.GetAsync(Owner, Repo, Number)).Number)),
        new("generated client", async () => Expect((await _generated.Issue.GetAsync(Query)).Number)),
    ];

    private static void Expect(int number)
    {
        if (number != Number)
        {
            throw new InvalidOperationException("A contender read another issue than the provider sent.");
        }
    }
}
