using Microsoft.Win32.SafeHandles;

namespace Interactor.Runtime.Security.Files;

/// <summary>
/// A lock among all processes of a machine: a file that one has open alone. The system lets go of it when its holder ends, however it ends.
/// The file itself stays, because a file that is removed and made again would be two locks.
/// </summary>
internal sealed class FileLock : IAsyncDisposable, IDisposable
{
    private const int LongestPause = 50;

    // EWOULDBLOCK of Linux and of macOS, and the two sharing violations of Windows.
    private static readonly int[] Taken = [11, 35, unchecked((int)0x80070020), unchecked((int)0x80070021)];

    private readonly SafeFileHandle _handle;

    private FileLock(SafeFileHandle handle) => _handle = handle;

    /// <summary>Waits for the lock.</summary>
    /// <exception cref="IOException">It was not to be had within the limit, or the file cannot be opened.</exception>
    public static async ValueTask<FileLock> TakeAsync(string path, TimeSpan limit, CancellationToken cancellationToken)
    {
        long end = Environment.TickCount64 + (long)limit.TotalMilliseconds;
        for (int pause = 1; ; pause = Math.Min(pause * 2, LongestPause))
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                return new FileLock(File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            }
            catch (IOException e) when (Taken.Contains(e.HResult))
            {
                if (Environment.TickCount64 > end)
                {
                    throw new IOException("Another process holds a lock of the credential store for too long.", e);
                }
            }

            // Not all at the same moment again.
            await Task.Delay(Random.Shared.Next(pause) + 1, cancellationToken).ConfigureAwait(false);
        }
    }

    public void Dispose() => _handle.Dispose();

    public ValueTask DisposeAsync()
    {
        Dispose();
        return default;
    }
}
