using System.Text.Json.Serialization;

namespace Interactor.Benchmarks.Schemas.Sets;

/// <summary>The classes that a person writes for maps.</summary>
internal static partial class GeoJsonModel
{
    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
    [JsonSerializable(typeof(FeatureCollection))]
    internal sealed partial class GeoJsonContext : JsonSerializerContext;

    internal sealed class FeatureCollection
    {
        public string? Type { get; set; }

        public List<Feature>? Features { get; set; }

        public List<double>? Bbox { get; set; }
    }

    internal sealed class Feature
    {
        public string? Type { get; set; }

        public string? Id { get; set; }

        public Geometry? Geometry { get; set; }

        public Dictionary<string, string>? Properties { get; set; }

        public List<double>? Bbox { get; set; }
    }

    [JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
    [JsonDerivedType(typeof(Point), "Point")]
    [JsonDerivedType(typeof(LineString), "LineString")]
    [JsonDerivedType(typeof(Polygon), "Polygon")]
    [JsonDerivedType(typeof(MultiPolygon), "MultiPolygon")]
    internal abstract class Geometry;

    internal sealed class Point : Geometry
    {
        public List<double>? Coordinates { get; set; }
    }

    internal sealed class LineString : Geometry
    {
        public List<List<double>>? Coordinates { get; set; }
    }

    internal sealed class Polygon : Geometry
    {
        public List<List<List<double>>>? Coordinates { get; set; }
    }

    internal sealed class MultiPolygon : Geometry
    {
        public List<List<List<List<double>>>>? Coordinates { get; set; }
    }
}
