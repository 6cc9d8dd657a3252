using System.Text.Json.Serialization;

namespace Interactor.Benchmarks.Schemas.Sets;

/// <summary>The classes that a person writes for shapes.</summary>
internal static partial class DrawingModel
{
    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
    [JsonSerializable(typeof(Drawing))]
    internal sealed partial class DrawingContext : JsonSerializerContext;

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, AllowOutOfOrderMetadataProperties = true)]
    [JsonSerializable(typeof(Drawing))]
    internal sealed partial class AnyOrderDrawingContext : JsonSerializerContext;

    internal sealed class Drawing
    {
        public string? Name { get; set; }

        public List<Shape>? Shapes { get; set; }
    }

    [JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
    [JsonDerivedType(typeof(Circle), "circle")]
    [JsonDerivedType(typeof(Ellipse), "ellipse")]
    [JsonDerivedType(typeof(Rectangle), "rectangle")]
    [JsonDerivedType(typeof(Line), "line")]
    [JsonDerivedType(typeof(Polyline), "polyline")]
    [JsonDerivedType(typeof(Path), "path")]
    [JsonDerivedType(typeof(Label), "label")]
    [JsonDerivedType(typeof(Picture), "picture")]
    [JsonDerivedType(typeof(Link), "link")]
    [JsonDerivedType(typeof(Group), "group")]
    internal abstract class Shape;

    internal sealed class Circle : Shape
    {
        public double X { get; set; }

        public double Y { get; set; }

        public double Radius { get; set; }

        public Fill? Fill { get; set; }
    }

    internal sealed class Ellipse : Shape
    {
        public double X { get; set; }

        public double Y { get; set; }

        public double RadiusX { get; set; }

        public double RadiusY { get; set; }

        public Fill? Fill { get; set; }
    }

    internal sealed class Rectangle : Shape
    {
        public double X { get; set; }

        public double Y { get; set; }

        public double Width { get; set; }

        public double Height { get; set; }

        public Fill? Fill { get; set; }
    }

    internal sealed class Line : Shape
    {
        public double X1 { get; set; }

        public double Y1 { get; set; }

        public double X2 { get; set; }

        public double Y2 { get; set; }
    }

    internal sealed class Polyline : Shape
    {
        public List<double>? Points { get; set; }
    }

    internal sealed class Path : Shape
    {
        public string? Data { get; set; }

        public Fill? Fill { get; set; }
    }

    internal sealed class Label : Shape
    {
        public double X { get; set; }

        public double Y { get; set; }

        public string? Text { get; set; }
    }

    internal sealed class Picture : Shape
    {
        public double X { get; set; }

        public double Y { get; set; }

        public string? Source { get; set; }
    }

    internal sealed class Link : Shape
    {
        public string? Target { get; set; }

        public Shape? Content { get; set; }
    }

    internal sealed class Group : Shape
    {
        public string? Name { get; set; }

        public List<Shape>? Children { get; set; }
    }

    [JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
    [JsonDerivedType(typeof(SolidFill), "solid")]
    [JsonDerivedType(typeof(GradientFill), "gradient")]
    internal abstract class Fill;

    internal sealed class SolidFill : Fill
    {
        public string? Color { get; set; }
    }

    internal sealed class GradientFill : Fill
    {
        public string? From { get; set; }

        public string? To { get; set; }

        public double Angle { get; set; }
    }
}
