using System.Text.Json.Serialization;

namespace Interactor.Benchmarks.Schemas.Sets;

/// <summary>The class that a person writes for keywords.</summary>
internal static partial class KeywordsModel
{
    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
    [JsonSerializable(typeof(Keywords))]
    internal sealed partial class KeywordsContext : JsonSerializerContext;

    internal sealed class Keywords
    {
        [JsonPropertyName("keywords")]
        public List<string>? All { get; set; }
    }
}
