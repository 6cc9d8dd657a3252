using System.Text.Json;
using System.Text.Json.Serialization;

namespace Interactor.Benchmarks.Schemas.Sets;

/// <summary>The class that a person writes for an event; data and extensions stay elements of JSON.</summary>
internal static partial class EventModel
{
    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
    [JsonSerializable(typeof(List<CloudEvent>))]
    internal sealed partial class EventContext : JsonSerializerContext;

    internal sealed class CloudEvent
    {
        [JsonPropertyName("specversion")]
        public string? SpecVersion { get; set; }

        public string? Id { get; set; }

        public string? Source { get; set; }

        public string? Type { get; set; }

        [JsonPropertyName("datacontenttype")]
        public string? DataContentType { get; set; }

        [JsonPropertyName("dataschema")]
        public string? DataSchema { get; set; }

        public string? Subject { get; set; }

        public DateTimeOffset? Time { get; set; }

        public JsonElement Data { get; set; }

        [JsonPropertyName("data_base64")]
        public string? DataBase64 { get; set; }

        [JsonExtensionData]
        public Dictionary<string, JsonElement>? Extensions { get; set; }
    }
}
