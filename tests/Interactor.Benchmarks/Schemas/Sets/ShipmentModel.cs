using System.Text.Json.Serialization;

namespace Interactor.Benchmarks.Schemas.Sets;

/// <summary>The classes that a person writes for a shipment.</summary>
internal static partial class ShipmentModel
{
    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
    [JsonSerializable(typeof(Shipment))]
    internal sealed partial class ShipmentContext : JsonSerializerContext;

    internal sealed class Shipment
    {
        public string? Id { get; set; }

        public List<Parcel>? Parcels { get; set; }
    }

    internal sealed class Parcel
    {
        public string? Number { get; set; }

        public double Weight { get; set; }

        public double? Length { get; set; }

        public double? Width { get; set; }

        public double? Height { get; set; }

        public string? Country { get; set; }

        public string? City { get; set; }

        public string? Street { get; set; }

        public string? Zip { get; set; }

        public string? State { get; set; }

        public string? PostalCode { get; set; }

        public bool? Insured { get; set; }

        public double? Value { get; set; }

        public string? Insurer { get; set; }
    }
}
