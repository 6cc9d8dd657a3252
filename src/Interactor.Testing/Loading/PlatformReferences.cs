using Microsoft.CodeAnalysis;

namespace Interactor.Testing.Loading;

/// <summary>The assemblies that generated code is compiled against: those that this process runs on.</summary>
internal static class PlatformReferences
{
    // Generated code names types of these only; fewer files make the first compilation quicker.
    private static readonly string[] Needed = ["System.", "Interactor.Runtime.", "Microsoft.Extensions.DependencyInjection.", "Microsoft.Extensions.Logging.", "netstandard."];

    private static readonly Lazy<MetadataReference[]> Loaded = new(Load);

    public static IReadOnlyList<MetadataReference> All => Loaded.Value;

    private static MetadataReference[] Load()
    {
        string paths = AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") as string
            ?? throw new InvalidOperationException("The host does not say which assemblies the process runs on, so nothing can be compiled in it.");
        return
        [
            .. paths
                .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
                .Where(static path => Needed.Any(start => Path.GetFileName(path).StartsWith(start, StringComparison.Ordinal)))
                .Select(static path => MetadataReference.CreateFromFile(path)),
        ];
    }
}
