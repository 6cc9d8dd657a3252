using System.Text.Json.Serialization;

namespace Interactor.Benchmarks.Schemas.Sets;

/// <summary>The classes that a person writes for telemetry.</summary>
internal static partial class TelemetryModel
{
    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
    [JsonSerializable(typeof(Telemetry))]
    internal sealed partial class TelemetryContext : JsonSerializerContext;

    internal sealed class Telemetry
    {
        public int Station { get; set; }

        public List<Sample>? Samples { get; set; }
    }

    internal sealed class Sample
    {
        public long At { get; set; }

        public double Temperature { get; set; }

        public double Humidity { get; set; }

        public int Speed { get; set; }

        public double Share { get; set; }

        public double Energy { get; set; }
    }
}
