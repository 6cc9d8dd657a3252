using System.Text.Json.Serialization;

namespace Interactor.Benchmarks.Schemas.Sets;

/// <summary>The classes that a person writes for metrics.</summary>
internal static partial class MetricsModel
{
    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
    [JsonSerializable(typeof(Metrics))]
    internal sealed partial class MetricsContext : JsonSerializerContext;

    internal sealed class Metrics
    {
        public Dictionary<string, string>? Labels { get; set; }

        public Dictionary<string, double>? Totals { get; set; }

        public Dictionary<string, Series>? Series { get; set; }

        public Dictionary<string, long>? Limits { get; set; }
    }

    internal sealed class Series
    {
        public string? Unit { get; set; }

        public Dictionary<string, double>? Points { get; set; }
    }
}
