using System.Text.Json;
using System.Text.Json.Serialization;

namespace Interactor.Benchmarks.Schemas.Sets;

/// <summary>The class that a person writes for a package; what may be text or an object stays an element of JSON.</summary>
internal static partial class PackageModel
{
    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
    [JsonSerializable(typeof(Package))]
    internal sealed partial class PackageContext : JsonSerializerContext;

    internal sealed class Package
    {
        public string? Name { get; set; }

        public string? Version { get; set; }

        public string? Description { get; set; }

        public List<string>? Keywords { get; set; }

        public string? Homepage { get; set; }

        public string? License { get; set; }

        public JsonElement Author { get; set; }

        public List<JsonElement>? Contributors { get; set; }

        public string? Type { get; set; }

        public string? Main { get; set; }

        public JsonElement Exports { get; set; }

        public List<string>? Files { get; set; }

        public JsonElement Bin { get; set; }

        public Dictionary<string, string>? Scripts { get; set; }

        public Dictionary<string, string>? Dependencies { get; set; }

        public Dictionary<string, string>? DevDependencies { get; set; }

        public Dictionary<string, string>? PeerDependencies { get; set; }

        public Dictionary<string, string>? Engines { get; set; }

        public bool? Private { get; set; }

        public JsonElement Repository { get; set; }
    }
}
