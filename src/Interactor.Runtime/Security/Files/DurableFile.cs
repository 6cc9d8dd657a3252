using System.Buffers;
using Microsoft.Win32.SafeHandles;

namespace Interactor.Runtime.Security.Files;

/// <summary>Files that are there wholly or not at all, whenever the process or the machine stops.</summary>
internal static class DurableFile
{
    private const int MostBytes = 16 * 1024 * 1024;

    /// <summary>What the file holds; null where there is none. It is read in one piece: a writer puts a new file in its place.</summary>
    /// <param name="known">What it is expected to hold; where it does, this array is the answer.</param>
    public static byte[]? Read(string path, byte[]? known = null)
    {
        using SafeFileHandle? handle = Open(path);
        if (handle is null)
        {
            return null;
        }

        long length = RandomAccess.GetLength(handle);
        if (length > MostBytes)
        {
            throw SealedBytes.Unreadable(Path.GetFileName(path), "it is too large");
        }

        byte[] buffer = ArrayPool<byte>.Shared.Rent((int)length);
        try
        {
            int read = 0;
            for (int count = 1; count > 0 && read < length; read += count)
            {
                count = RandomAccess.Read(handle, buffer.AsSpan(read, (int)length - read), read);
            }

            ReadOnlySpan<byte> bytes = buffer.AsSpan(0, read);
            return known is not null && bytes.SequenceEqual(known) ? known : bytes.ToArray();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Puts bytes in place of what the file held. The caller is the only writer.</summary>
    public static void Write(string path, byte[] bytes)
    {
        string next = path + ".new";
        FileStreamOptions options = new() { Mode = FileMode.Create, Access = FileAccess.Write, Share = FileShare.None, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (FileStream file = new(next, options))
        {
            file.Write(bytes);
            file.Flush(flushToDisk: true);
        }

        File.Move(next, path, overwrite: true);
        DirectoryEntries.Flush(Path.GetDirectoryName(path)!);
    }

    public static void Delete(string path)
    {
        File.Delete(path);
        DirectoryEntries.Flush(Path.GetDirectoryName(path)!);
    }

    private static SafeFileHandle? Open(string path)
    {
        try
        {
            return File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }
}
