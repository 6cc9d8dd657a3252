using System.Text.Json.Serialization;

namespace Interactor.Benchmarks.Schemas.Sets;

/// <summary>The classes that a person writes for a search; members without a property are skipped, ours keep them.</summary>
internal static partial class SearchResultModel
{
    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
    [JsonSerializable(typeof(SearchResult))]
    internal sealed partial class SearchResultContext : JsonSerializerContext;

    internal sealed class SearchResult
    {
        public long Total { get; set; }

        public List<Repository>? Items { get; set; }
    }

    internal sealed class Repository
    {
        public long Id { get; set; }

        public string? Name { get; set; }

        public int? Stars { get; set; }

        public DateTimeOffset? PushedAt { get; set; }
    }
}
