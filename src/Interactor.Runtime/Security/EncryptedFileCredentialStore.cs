using System.Collections.Concurrent;
using System.Security.Cryptography;
using Interactor.Runtime.Security.Files;

namespace Interactor.Runtime.Security;

/// <summary>
/// Keeps connections in a directory, encrypted and authenticated by AES-256-GCM, a file each. Several processes of one machine may share it. A change
/// is on the disk, wholly, before it counts; a file that was cut short or changed, or is encrypted with another key, is an error and never no connection.
/// </summary>
/// <remarks>
/// The directory is a local one: locks of network file systems are not to be relied on. Neither the names nor the contents of the files tell anything
/// in clear but which key encrypts them. Whoever may write the directory can delete a file or put back an earlier one.
/// </remarks>
public sealed class EncryptedFileCredentialStore : ICredentialStore
{
    // Longer than a token request and the tries to keep its answer may take together.
    private static readonly TimeSpan LeaseLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan WriteLimit = TimeSpan.FromSeconds(10);

    private const int MostKnown = 1024;

    private readonly string _directory;
    private readonly CredentialKey[] _keys;
    private readonly ConcurrentDictionary<ConnectionKey, Known> _known = new();
    private StoreNames? _names;

    /// <summary>A store in a directory, which is made at first use.</summary>
    /// <param name="directory">The directory; nothing else uses it.</param>
    /// <param name="key">The key that encrypts from now on.</param>
    /// <param name="earlierKeys">Keys that encrypted before: they only read, until <see cref="ReencryptAsync"/> makes them unnecessary.</param>
    public EncryptedFileCredentialStore(string directory, CredentialKey key, params IReadOnlyList<CredentialKey> earlierKeys)
    {
        ArgumentException.ThrowIfNullOrEmpty(directory);
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(earlierKeys);
        _directory = Path.GetFullPath(directory);
        _keys = [key, .. earlierKeys];
    }

    /// <inheritdoc/>
    /// <exception cref="InteractorException"><see cref="ErrorCode.AuthDenied"/>: the file cannot be read.</exception>
    public ValueTask<Connection?> GetAsync(ConnectionKey key, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return _names is null ? OpenAndGetAsync(key, cancellationToken) : new ValueTask<Connection?>(Read(key));
    }

    /// <inheritdoc/>
    /// <exception cref="InteractorException"><see cref="ErrorCode.AuthDenied"/>: the file that is to be replaced cannot be read.</exception>
    public async ValueTask<bool> TryReplaceAsync(ConnectionKey key, Connection connection, long expectedGeneration, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(connection);
        string path = await PathOfAsync(key, cancellationToken).ConfigureAwait(false);
        using FileLock held = await FileLock.TakeAsync(path + ".lock", WriteLimit, cancellationToken).ConfigureAwait(false);
        if ((Read(key)?.Generation ?? 0) != expectedGeneration)
        {
            return false;
        }

        byte[] text = connection.ToJson();
        byte[] bytes = SealedBytes.Seal(_keys[0], Path.GetFileName(path), text);
        CryptographicOperations.ZeroMemory(text);
        DurableFile.Write(path, bytes);
        Remember(key, new Known(path, bytes, connection));
        return true;
    }

    /// <inheritdoc/>
    /// <remarks>A file that cannot be read is deleted too.</remarks>
    public async ValueTask DeleteAsync(ConnectionKey key, CancellationToken cancellationToken)
    {
        string path = await PathOfAsync(key, cancellationToken).ConfigureAwait(false);
        using FileLock held = await FileLock.TakeAsync(path + ".lock", WriteLimit, cancellationToken).ConfigureAwait(false);
        DurableFile.Delete(path);
        _known.TryRemove(key, out _);
    }

    /// <inheritdoc/>
    public async ValueTask<IAsyncDisposable> LeaseAsync(ConnectionKey key, CancellationToken cancellationToken)
    {
        string path = await PathOfAsync(key, cancellationToken).ConfigureAwait(false);
        return await FileLock.TakeAsync(path + ".lease", LeaseLimit, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Encrypts everything with the store's key that an earlier key encrypted. After that the earlier keys may be forgotten, unless another process still writes with them.</summary>
    /// <returns>How many connections were encrypted again.</returns>
    /// <exception cref="InteractorException"><see cref="ErrorCode.AuthDenied"/>: a file cannot be read. Those before it are done; the method may be called again.</exception>
    public async Task<int> ReencryptAsync(CancellationToken cancellationToken = default)
    {
        await NamesAsync(cancellationToken).ConfigureAwait(false);
        int count = 0;
        foreach (string path in Directory.EnumerateFiles(_directory, "*" + StoreNames.Suffix))
        {
            count += await ReencryptFileAsync(path, cancellationToken).ConfigureAwait(false) ? 1 : 0;
        }

        await ReencryptFileAsync(Path.Combine(_directory, StoreNames.Secret), cancellationToken).ConfigureAwait(false);
        return count;
    }

    private async Task<bool> ReencryptFileAsync(string path, CancellationToken cancellationToken)
    {
        using FileLock held = await FileLock.TakeAsync(path + ".lock", WriteLimit, cancellationToken).ConfigureAwait(false);
        if (DurableFile.Read(path) is not { } bytes || SealedBytes.IsBy(_keys[0], bytes))
        {
            return false;
        }

        string name = Path.GetFileName(path);
        byte[] text = SealedBytes.Open(_keys, name, bytes);
        DurableFile.Write(path, SealedBytes.Seal(_keys[0], name, text));
        CryptographicOperations.ZeroMemory(text);
        return true;
    }

    private async ValueTask<Connection?> OpenAndGetAsync(ConnectionKey key, CancellationToken cancellationToken)
    {
        await NamesAsync(cancellationToken).ConfigureAwait(false);
        return Read(key);
    }

    private async ValueTask<string> PathOfAsync(ConnectionKey key, CancellationToken cancellationToken) =>
        PathOf(key, await NamesAsync(cancellationToken).ConfigureAwait(false));

    private async ValueTask<StoreNames> NamesAsync(CancellationToken cancellationToken) =>
        _names ??= await StoreNames.OpenAsync(_directory, _keys, WriteLimit, cancellationToken).ConfigureAwait(false);

    private string PathOf(ConnectionKey key, StoreNames names) => Path.Combine(_directory, names.Of(key));

    // The file is read each time, because another process may have replaced it; what did not change is not decrypted again.
    private Connection? Read(ConnectionKey key)
    {
        _known.TryGetValue(key, out Known? known);
        string path = known?.Path ?? PathOf(key, _names!);
        byte[]? bytes = DurableFile.Read(path, known?.Bytes);
        if (bytes is null || ReferenceEquals(bytes, known?.Bytes))
        {
            return bytes is null ? null : known!.Connection;
        }

        string name = Path.GetFileName(path);
        byte[] text = SealedBytes.Open(_keys, name, bytes);
        try
        {
            Connection connection = Connection.FromJson(text);
            Remember(key, new Known(path, bytes, connection));
            return connection;
        }
        catch (InteractorException e)
        {
            throw SealedBytes.Unreadable(name, "it holds no connection that this version understands", e);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(text);
        }
    }

    private void Remember(ConnectionKey key, Known known)
    {
        if (_known.Count >= MostKnown)
        {
            _known.Clear();
        }

        _known[key] = known;
    }

    private sealed record Known(string Path, byte[] Bytes, Connection Connection);
}
