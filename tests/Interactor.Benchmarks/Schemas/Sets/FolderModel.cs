using System.Text.Json.Serialization;

namespace Interactor.Benchmarks.Schemas.Sets;

/// <summary>The classes that a person writes for folders.</summary>
internal static partial class FolderModel
{
    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
    [JsonSerializable(typeof(Folder))]
    internal sealed partial class FolderContext : JsonSerializerContext;

    internal sealed class Folder
    {
        public string? Name { get; set; }

        public List<Folder>? Folders { get; set; }

        public List<File>? Files { get; set; }
    }

    internal sealed class File
    {
        public string? Name { get; set; }

        public long Size { get; set; }

        public bool IsHidden { get; set; }
    }
}
