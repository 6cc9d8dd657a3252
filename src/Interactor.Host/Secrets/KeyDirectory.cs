namespace Interactor.Host.Secrets;

/// <summary>The directory of the key ring, which is for the user of the host alone.</summary>
internal static class KeyDirectory
{
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Makes it where there is none, and takes what others may do away from one that is there.</summary>
    /// <exception cref="HostException">It cannot be made so.</exception>
    public static DirectoryInfo Make(string path)
    {
        try
        {
            DirectoryInfo directory = OperatingSystem.IsWindows() ? Directory.CreateDirectory(path) : Directory.CreateDirectory(path, Private);
            if (!OperatingSystem.IsWindows() && File.GetUnixFileMode(path) != Private)
            {
                File.SetUnixFileMode(path, Private);
            }

            return directory;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new HostException($"'{path}' cannot be a directory for the key ring that is for the host's user alone: {e.Message}", e);
        }
    }

    /// <summary>Writes a file of it, which is for the user of the host alone, through to the disk.</summary>
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        FileStreamOptions options = new() { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using FileStream file = new(path, options);
        file.Write(content);
        file.Flush(flushToDisk: true);
    }
}
