using Interactor.Runtime.Security;

namespace Interactor.Grants;

/// <summary>A folder with a store and its key, as several processes use it; gone afterwards.</summary>
internal sealed class SharedStore : IDisposable
{
    private readonly string _token;
    private readonly EncryptedFileCredentialStore _store;

    /// <param name="token">The name of the token that expires; where it is not the main one, that is good for ever.</param>
    public SharedStore(string token)
    {
        _token = token;
        CredentialKey key = CredentialKey.CreateFile(ArgumentsFor(new Uri("http://localhost"), "").Key);
        _store = new EncryptedFileCredentialStore(ArgumentsFor(new Uri("http://localhost"), "").Store, key);
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("interactor-grants-").FullName;

    public WorkerArguments ArgumentsFor(Uri provider, string account, int calls = 1, bool haltsAfterAnswer = false) => new(Folder, provider, account, calls, haltsAfterAnswer);

    /// <summary>Connects an account with the first tokens of its grant, which are expired by the clock.</summary>
    public async Task ConnectAsync(string account)
    {
        Connection connection = new()
        {
            Method = _token == Connection.MainToken ? "oauth" : "named",
            Tokens = new Dictionary<string, Token>
            {
                [Connection.MainToken] = new() { Value = "good" },
                [_token] = new() { Value = account + ".1", Refresh = account + ".1", ExpiresAt = DateTimeOffset.UnixEpoch },
            },
        };
        await ReplaceAsync(account, connection, 0);
    }

    /// <summary>Lets the clock of the stored token run out.</summary>
    public async Task ExpireAsync(string account)
    {
        Connection held = await ReadAsync(account);
        Dictionary<string, Token> tokens = new(held.Tokens) { [_token] = held.Tokens[_token] with { ExpiresAt = DateTimeOffset.UnixEpoch } };
        await ReplaceAsync(account, held with { Tokens = tokens, Generation = held.Generation + 1 }, held.Generation);
    }

    public async Task<Connection> ReadAsync(string account) => (await _store.GetAsync(new ConnectionKey(GrantConnector.Address, account), CancellationToken.None))!;

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private async Task ReplaceAsync(string account, Connection connection, long expected)
    {
        if (!await _store.TryReplaceAsync(new ConnectionKey(GrantConnector.Address, account), connection, expected, CancellationToken.None))
        {
            throw new InvalidOperationException("Another process changed the account between rounds.");
        }
    }
}
