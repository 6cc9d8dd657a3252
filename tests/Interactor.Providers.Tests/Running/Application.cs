using Interactor.Runtime.Security;
using Interactor.Runtime.Tests.Fakes;
using Test.Connectors.Provider;

namespace Interactor.Providers.Tests.Running;

/// <summary>An application that uses the generated client, with a clock of its own that begins at the time of the provider.</summary>
internal sealed class Application
{
    public const string Account = "ann's";

    private static readonly ConnectionKey Key = new(ProviderConnector.Descriptor.Address, Account);

    public Application(string url, string client, string? secret = null, ICredentialStore? store = null, FakeClock? clock = null)
    {
        Clock = clock ?? new FakeClock();
        Clock.Advance(DateTimeOffset.UtcNow - Clock.GetUtcNow());
        Store = store ?? new InMemoryCredentialStore();
        Options = new ProviderOptions
        {
            Base = url,
            ClientId = client,
            ClientSecret = secret,
            CredentialStore = Store,
            Account = Account,
            TimeProvider = Clock,
            AllowInsecureLoopback = true,
        };
    }

    public FakeClock Clock { get; }

    public ICredentialStore Store { get; }

    public ProviderOptions Options { get; }

    public ConnectionFlow Flow => field ??= new ConnectionFlow(ProviderConnector.Descriptor, Options);

    public ProviderClient Client => field ??= new ProviderClient(Options);

    /// <summary>What the store holds.</summary>
    public async Task<Connection> ConnectionAsync() => (await Store.GetAsync(Key, TestContext.Current.CancellationToken))!;

    public async Task<Token> TokenAsync() => (await ConnectionAsync()).Tokens[Connection.MainToken];

    /// <summary>Sends a person to the provider and takes her back.</summary>
    public async Task<Connection> ConnectAsync(string method, Person person)
    {
        AuthorizationStart start = await Flow.BeginAsync(method, new Uri(OpenIdServer.Callback), account: Account, cancellationToken: TestContext.Current.CancellationToken);
        string query = await person.ConsentAsync(start.Url);
        return await Flow.CompleteAsync(PendingConnection.FromJson(start.Pending.ToJson()), query, TestContext.Current.CancellationToken);
    }

    public Task<Thing> CallAsync() => Client.Thing.GetAsync(cancellationToken: TestContext.Current.CancellationToken);
}
