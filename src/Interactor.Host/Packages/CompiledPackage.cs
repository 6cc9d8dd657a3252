using System.IO.Compression;

namespace Interactor.Host.Packages;

/// <summary>The assemblies of one package, read into memory: files may be replaced while the host runs, and count from its next start.</summary>
/// <param name="Name">What it is called in messages.</param>
/// <param name="Assemblies">The content of each assembly by its name without <c>.dll</c>.</param>
internal sealed record CompiledPackage(string Name, IReadOnlyDictionary<string, byte[]> Assemblies)
{
    private const long MostBytes = 256 * 1024 * 1024;
    private const string Extension = ".dll";

    // The frameworks that a host of .NET 10 can run, the best one first.
    private static readonly string[] Frameworks = ["net10.0", "net9.0", "net8.0", "netstandard2.1", "netstandard2.0"];

    /// <summary>Reads a <c>.nupkg</c>.</summary>
    /// <exception cref="InvalidDataException">It is no package, or has nothing for this framework.</exception>
    public static CompiledPackage OfFile(string path)
    {
        using ZipArchive archive = ZipFile.OpenRead(path);
        string folder = Frameworks.Select(static framework => $"lib/{framework}/").FirstOrDefault(prefix => archive.Entries.Any(entry => IsAssembly(entry.FullName, prefix)))
            ?? throw new InvalidDataException($"It has no assembly for one of {string.Join(", ", Frameworks)}.");
        long rest = MostBytes;
        return new CompiledPackage(
            Path.GetFileName(path),
            archive.Entries.Where(entry => IsAssembly(entry.FullName, folder)).ToDictionary(static entry => Path.GetFileNameWithoutExtension(entry.Name), entry => BytesOf(entry, ref rest), StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>Reads a folder of assemblies.</summary>
    /// <exception cref="InvalidDataException">There is none in it.</exception>
    public static CompiledPackage OfFolder(string path)
    {
        Dictionary<string, byte[]> assemblies = new(StringComparer.OrdinalIgnoreCase);
        foreach (string file in Directory.EnumerateFiles(path, "*" + Extension).Order(StringComparer.Ordinal))
        {
            assemblies[Path.GetFileNameWithoutExtension(file)] = File.ReadAllBytes(file);
        }

        return assemblies.Count > 0 ? new CompiledPackage(Path.GetFileName(path), assemblies) : throw new InvalidDataException("It has no assembly.");
    }

    private static bool IsAssembly(string path, string folder) =>
        path.StartsWith(folder, StringComparison.OrdinalIgnoreCase) && path.EndsWith(Extension, StringComparison.OrdinalIgnoreCase) && !path[folder.Length..].Contains('/', StringComparison.Ordinal);

    // What an entry says of its own length is not to be believed.
    private static byte[] BytesOf(ZipArchiveEntry entry, ref long rest)
    {
        using Stream source = entry.Open();
        using MemoryStream content = new();
        byte[] buffer = new byte[81920];
        for (int read; (read = source.Read(buffer)) > 0;)
        {
            content.Write(buffer, 0, read);
            if ((rest -= read) < 0)
            {
                throw new InvalidDataException($"Its assemblies have more than {MostBytes / 1024 / 1024} MiB.");
            }
        }

        return content.ToArray();
    }
}
