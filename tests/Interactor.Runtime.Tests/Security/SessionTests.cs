using Interactor.Runtime.Json;
using Interactor.Runtime.Security;
using Interactor.Runtime.Tests.Fakes;
using Xunit;

namespace Interactor.Runtime.Tests.Security;

public sealed class SessionTests
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    private readonly FakeProvider _provider = new(static _ => FakeProvider.Answer("1"));

    [Fact]
    public async Task A_stored_account_is_used_and_a_call_may_name_another()
    {
        InMemoryCredentialStore store = new();
        await store.TryReplaceAsync(new("test/mini", "one"), KeyOf("key-1"), 0, Token);
        await store.TryReplaceAsync(new("test/mini", "two"), KeyOf("key-2"), 0, Token);
        ConnectorOptions options = TestConnector.Options(_provider);
        options.CredentialStore = store;
        options.Account = "one";
        ActionExecutor executor = new(TestConnector.Make(), options);

        await executor.ExecuteAsync(TestActions.Get(), JsonValue.Null, cancellationToken: Token);
        await executor.ExecuteAsync(TestActions.Get(), JsonValue.Null, new ActionOptions { Account = "two" }, Token);
        await executor.ExecuteAsync(TestActions.Get(), JsonValue.Null, cancellationToken: Token);

        Assert.Equal(["key-1", "key-2", "key-1"], _provider.Requests.Select(static request => request.Header("X-Key")));
    }

    [Fact]
    public async Task An_account_that_is_not_connected_is_denied()
    {
        ConnectorOptions options = TestConnector.Options(_provider);
        options.Account = "none";
        await DeniedAsync(options, ErrorCode.AuthDenied);
        options.CredentialStore = new InMemoryCredentialStore();
        await DeniedAsync(options, ErrorCode.AuthDenied);
    }

    [Fact]
    public Task A_connection_that_needs_reauthorization_is_revoked() =>
        DeniedAsync(TestConnector.Options(_provider, KeyOf("k") with { Status = ConnectionStatus.NeedsReauthorization }), ErrorCode.AuthRevoked);

    [Fact]
    public Task A_connection_by_a_method_that_the_action_does_not_accept_is_denied() =>
        DeniedAsync(TestConnector.Options(_provider, TestConnector.Connected()), ErrorCode.AuthDenied);

    [Fact]
    public Task Without_any_credential_an_action_that_needs_one_is_denied() =>
        DeniedAsync(new ConnectorOptions { HttpHandler = _provider }, ErrorCode.AuthDenied);

    [Fact]
    public void A_connection_and_its_tokens_never_show_their_secrets()
    {
        Connection connection = TestConnector.Connected() with { Variables = new Dictionary<string, string> { ["api_key"] = TestConnector.Secret } };
        PendingConnection pending = new() { Connector = "a/b", Method = "oauth", RedirectUri = "https://x", State = TestConnector.Secret, CodeVerifier = TestConnector.Secret, ExpiresAt = default };
        Assert.DoesNotContain(TestConnector.Secret, $"{connection} {connection.Tokens["main"]} {pending}", StringComparison.Ordinal);
    }

    [Fact]
    public void A_connection_survives_its_json_form()
    {
        Connection connection = TestConnector.Connected(DateTimeOffset.UnixEpoch) with
        {
            Variables = new Dictionary<string, string> { ["a"] = "b" },
            Facts = new Dictionary<string, string> { ["c"] = "d" },
            Identity = new AccountIdentity("1", "one"),
            Status = ConnectionStatus.NeedsReauthorization,
            Generation = 7,
        };
        Connection copy = Connection.FromJson(connection.ToJson());
        Assert.Equal(connection.ToJson(), copy.ToJson());
        Assert.Equal((connection.Method, connection.Status, 7L, connection.Identity), (copy.Method, copy.Status, copy.Generation, copy.Identity));
        Assert.Equal(connection.Tokens["main"].Refresh, copy.Tokens["main"].Refresh);
    }

    private static Connection KeyOf(string value) => new() { Method = "key", Variables = new Dictionary<string, string> { ["api_key"] = value } };

    private async Task DeniedAsync(ConnectorOptions options, ErrorCode expected)
    {
        InteractorException failure = await Assert.ThrowsAsync<InteractorException>(() => new ActionExecutor(TestConnector.Make(), options).ExecuteAsync(TestActions.Get(), JsonValue.Null, cancellationToken: Token));
        Assert.Equal(expected, failure.Code);
        Assert.Empty(_provider.Requests);
    }
}
