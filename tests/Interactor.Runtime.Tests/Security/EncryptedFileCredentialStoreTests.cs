using System.Security.Cryptography;
using System.Text;
using Interactor.Runtime.Json;
using Interactor.Runtime.Security;
using Interactor.Runtime.Tests.Fakes;
using Xunit;

namespace Interactor.Runtime.Tests.Security;

public sealed class EncryptedFileCredentialStoreTests : CredentialStoreContract, IDisposable
{
    private static readonly ConnectionKey Key = new("test/mini", "someone@example.com");

    private readonly TemporaryFolder _folder = new();
    private readonly CredentialKey _key = NewKey();

    [Fact]
    public async Task Another_process_finds_all_of_a_connection()
    {
        Connection connection = TestConnector.Connected(DateTimeOffset.UnixEpoch) with
        {
            Status = ConnectionStatus.Renewing,
            Generation = 7,
            Facts = new Dictionary<string, string> { ["site"] = "s" },
            Variables = new Dictionary<string, string> { ["v"] = "w" },
            Identity = new AccountIdentity("id", "label"),
        };
        await Store().TryReplaceAsync(Key, connection, 0, Token);
        Connection? found = await Store().GetAsync(Key, Token);
        Assert.Equal(connection.ToJson(), found!.ToJson());
    }

    [Fact]
    public async Task What_another_process_changes_is_seen_and_what_none_changes_is_the_same_object()
    {
        ICredentialStore store = Store();
        await store.TryReplaceAsync(Key, TestConnector.Connected(), 0, Token);
        Connection? first = await store.GetAsync(Key, Token);
        Assert.Same(first, await store.GetAsync(Key, Token));
        await Store().TryReplaceAsync(Key, TestConnector.Connected(refresh: "r2") with { Generation = 2 }, 1, Token);
        Assert.Equal("r2", (await store.GetAsync(Key, Token))!.Tokens["main"].Refresh);
        await Store().DeleteAsync(Key, Token);
        Assert.Null(await store.GetAsync(Key, Token));
    }

    [Fact]
    public async Task Nothing_is_in_clear_on_the_disk()
    {
        ICredentialStore store = Store();
        await store.TryReplaceAsync(Key, TestConnector.Connected(), 0, Token);
        await store.TryReplaceAsync(Key, TestConnector.Connected() with { Generation = 2 }, 1, Token);
        await (await store.LeaseAsync(Key, Token)).DisposeAsync();
        string[] files = Directory.GetFiles(_folder.Path);
        Assert.Equal(5, files.Length);
        foreach (string file in files)
        {
            string text = Path.GetFileName(file) + Encoding.Latin1.GetString(File.ReadAllBytes(file));
            foreach (string word in (string[])[TestConnector.Secret, "example", "mini", "oauth", "refresh", "tokens"])
            {
                Assert.DoesNotContain(word, text, StringComparison.OrdinalIgnoreCase);
            }
        }

        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(CredentialFile()));
        }
    }

    [Fact]
    public async Task Equal_connections_are_not_equal_on_the_disk()
    {
        ICredentialStore store = Store();
        await store.TryReplaceAsync(Key, TestConnector.Connected(), 0, Token);
        byte[] first = File.ReadAllBytes(CredentialFile());
        await store.TryReplaceAsync(Key, TestConnector.Connected(), 1, Token);
        Assert.NotEqual(first[12..28], File.ReadAllBytes(CredentialFile())[12..28]);
    }

    [Fact]
    public async Task A_file_that_was_changed_anywhere_is_an_error_and_stays()
    {
        await Store().TryReplaceAsync(Key, TestConnector.Connected(), 0, Token);
        byte[] whole = File.ReadAllBytes(CredentialFile());
        for (int i = 0; i < whole.Length; i++)
        {
            byte[] changed = [.. whole];
            changed[i] ^= 1;
            await AssertUnreadableAsync(changed);
        }

        for (int length = 0; length < whole.Length; length++)
        {
            await AssertUnreadableAsync(whole[..length]);
        }

        await AssertUnreadableAsync([.. whole, 0]);
        File.WriteAllBytes(CredentialFile(), whole);
        Assert.NotNull(await Store().GetAsync(Key, Token));
    }

    [Fact]
    public async Task A_change_is_noticed_by_a_store_that_read_the_file_before()
    {
        ICredentialStore store = Store();
        await store.TryReplaceAsync(Key, TestConnector.Connected(), 0, Token);
        byte[] bytes = File.ReadAllBytes(CredentialFile());
        bytes[^1] ^= 1;
        File.WriteAllBytes(CredentialFile(), bytes);
        await Assert.ThrowsAsync<InteractorException>(async () => await store.GetAsync(Key, Token));
    }

    [Fact]
    public async Task A_file_does_not_stand_in_for_another()
    {
        ICredentialStore store = Store();
        await store.TryReplaceAsync(Key, TestConnector.Connected(), 0, Token);
        byte[] other = File.ReadAllBytes(CredentialFile());
        File.Delete(CredentialFile());
        await store.TryReplaceAsync(Key with { Account = "victim" }, TestConnector.Connected(), 0, Token);
        File.WriteAllBytes(CredentialFile(), other);
        await Assert.ThrowsAsync<InteractorException>(async () => await store.GetAsync(Key with { Account = "victim" }, Token));
    }

    [Fact]
    public async Task Another_key_is_an_error_that_names_the_key_which_is_missing()
    {
        await Store().TryReplaceAsync(Key, TestConnector.Connected(), 0, Token);
        EncryptedFileCredentialStore foreign = new(_folder.Path, NewKey());
        InteractorException failure = await Assert.ThrowsAsync<InteractorException>(async () => await foreign.GetAsync(Key, Token));
        Assert.Equal(ErrorCode.AuthDenied, failure.Code);
        Assert.Contains(_key.Id, failure.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<InteractorException>(async () => await foreign.TryReplaceAsync(Key, TestConnector.Connected(), 0, Token));
    }

    [Fact]
    public async Task Credentials_without_the_first_file_are_an_error()
    {
        await Store().TryReplaceAsync(Key, TestConnector.Connected(), 0, Token);
        File.Delete(_folder.File("store"));
        Assert.Contains("missing", (await Assert.ThrowsAsync<InteractorException>(async () => await Store().GetAsync(Key, Token))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_key_takes_over()
    {
        CredentialKey next = NewKey();
        await Store().TryReplaceAsync(Key, TestConnector.Connected(), 0, Token);
        await Store().TryReplaceAsync(Key with { Account = "2" }, TestConnector.Connected(), 0, Token);
        EncryptedFileCredentialStore both = new(_folder.Path, next, _key);
        Assert.NotNull(await both.GetAsync(Key, Token));
        await both.TryReplaceAsync(Key, TestConnector.Connected() with { Generation = 2 }, 1, Token);
        Assert.Equal(1, await both.ReencryptAsync(Token));
        Assert.Equal(0, await both.ReencryptAsync(Token));

        EncryptedFileCredentialStore only = new(_folder.Path, next);
        Assert.Equal(2, (await only.GetAsync(Key, Token))!.Generation);
        Assert.NotNull(await only.GetAsync(Key with { Account = "2" }, Token));
        await Assert.ThrowsAsync<InteractorException>(async () => await Store().GetAsync(Key, Token));
    }

    [Fact]
    public async Task Stores_that_begin_a_directory_at_once_agree()
    {
        string path = _folder.File("new");
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(
            () => new EncryptedFileCredentialStore(path, _key).TryReplaceAsync(Key with { Account = $"{i}" }, TestConnector.Connected(), 0, Token).AsTask())));
        for (int i = 0; i < 20; i++)
        {
            Assert.NotNull(await new EncryptedFileCredentialStore(path, _key).GetAsync(Key with { Account = $"{i}" }, Token));
        }
    }

    [Fact]
    public async Task What_a_writer_left_behind_that_died_counts_for_nothing()
    {
        await Store().TryReplaceAsync(Key, TestConnector.Connected(), 0, Token);
        File.WriteAllText(CredentialFile() + ".new", "half");
        Assert.Equal(1, (await Store().GetAsync(Key, Token))!.Generation);
        Assert.True(await Store().TryReplaceAsync(Key, TestConnector.Connected() with { Generation = 2 }, 1, Token));
        Assert.Equal(2, (await Store().GetAsync(Key, Token))!.Generation);
    }

    [Fact]
    public async Task A_call_on_a_file_that_cannot_be_read_says_so()
    {
        await Store().TryReplaceAsync(Key, TestConnector.Connected(), 0, Token);
        File.WriteAllText(CredentialFile(), "broken");
        FakeProvider provider = new(static _ => FakeProvider.Answer("1"));
        ConnectorOptions options = TestConnector.Options(provider);
        options.CredentialStore = Store();
        options.Account = Key.Account;
        ActionExecutor executor = new(TestConnector.Make(), options);
        InteractorException failure = await Assert.ThrowsAsync<InteractorException>(
            () => executor.ExecuteAsync(TestActions.Get(methods: ["oauth"]), JsonValue.Null, cancellationToken: Token));
        Assert.Equal((ErrorCode.AuthDenied, "test/mini"), (failure.Code, failure.Connector));
        Assert.Contains("cannot be read", failure.Message, StringComparison.Ordinal);
        Assert.Empty(provider.Requests);
    }

    public void Dispose() => _folder.Dispose();

    protected override ICredentialStore Store() => new EncryptedFileCredentialStore(_folder.Path, _key);

    private static CredentialKey NewKey() => new(RandomNumberGenerator.GetBytes(CredentialKey.Size));

    private string CredentialFile() => Directory.GetFiles(_folder.Path, "*.credential").Single();

    private async Task AssertUnreadableAsync(byte[] bytes)
    {
        File.WriteAllBytes(CredentialFile(), bytes);
        InteractorException failure = await Assert.ThrowsAsync<InteractorException>(async () => await Store().GetAsync(Key, Token));
        Assert.Equal(ErrorCode.AuthDenied, failure.Code);
        Assert.DoesNotContain(TestConnector.Secret, failure.ToString(), StringComparison.Ordinal);
        await Assert.ThrowsAsync<InteractorException>(async () => await Store().TryReplaceAsync(Key, TestConnector.Connected(), 0, Token));
        Assert.Equal(bytes, File.ReadAllBytes(CredentialFile()));
    }
}
