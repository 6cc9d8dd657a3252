using Interactor.Compiler.Expressions;
using Interactor.Compiler.Model;

namespace Interactor.Compiler.Tests.Expressions;

/// <summary>The types that expressions in tests see, as models and as the C# that the generator would write.</summary>
internal sealed class TestTypes : ITypeCatalogue
{
    public const string CSharp = """
        #nullable enable
        using System;
        using System.Collections.Generic;
        using System.Text.Json;

        public readonly record struct Color(string Value);

        public readonly struct Optional<T>(T value) { public T? ValueOrDefault { get; } = value; }

        public sealed record Message
        {
            public string Id { get; init; } = "m1";
            public string? Snippet { get; init; }
            public Message? Parent { get; init; }
            public long? Size { get; init; }
            public Color? Color { get; init; }
        }

        public static class MessageJson
        {
            public static void Write(Utf8JsonWriter writer, Message value)
            {
                writer.WriteStartObject();
                writer.WriteString("id", value.Id);
                writer.WriteEndObject();
            }
        }

        public sealed class Choice { public string Text { get; init; } = "one"; }

        public static class ChoiceJson
        {
            public static void Write(Utf8JsonWriter writer, Choice value) => writer.WriteStringValue(value.Text);
        }

        public sealed record Input
        {
            public string Text { get; init; } = "Grüße, 👋!";
            public string Empty { get; init; } = "";
            public string? Absent { get; init; }
            public string? Present { get; init; } = "here";
            public long Big { get; init; } = long.MaxValue;
            public int Small { get; init; } = 7;
            public long Zero { get; init; }
            public int? Maybe { get; init; } = 5;
            public long? None { get; init; }
            public double Ratio { get; init; } = 2.5;
            public float Single { get; init; } = 0.1f;
            public decimal Price { get; init; } = 9.99m;
            public bool Yes { get; init; } = true;
            public bool? Unsure { get; init; }
            public Color Color { get; init; } = new("red");
            public Color? Shade { get; init; } = new("dark");
            public DateTimeOffset Time { get; init; } = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
            public DateOnly Day { get; init; } = new(2026, 1, 2);
            public Guid Uuid { get; init; } = new("00112233-4455-6677-8899-aabbccddeeff");
            public ReadOnlyMemory<byte> Data { get; init; } = new byte[] { 1, 2, 255 };
            public IReadOnlyList<string> Tags { get; init; } = new[] { "a", "b", "c" };
            public IReadOnlyList<long> Numbers { get; init; } = new long[] { 3, 1, 2 };
            public IReadOnlyList<string>? NoTags { get; init; }
            public IReadOnlyList<Message> Messages { get; init; } = new[] { new Message { Id = "x", Size = 3 }, new Message { Id = "y" } };
            public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string> { ["env"] = "prod", ["x-y"] = "z" };
            public IReadOnlyDictionary<string, long> Counts { get; init; } = new Dictionary<string, long> { ["one"] = 1 };
            public Message Message { get; init; } = new() { Id = "m1", Parent = new Message { Id = "p1", Size = 12, Color = new Color("blue") } };
            public Message? NoMessage { get; init; }
            public Optional<global::Interactor.Runtime.Json.JsonValue> Extra { get; init; }
            public Optional<string?> Nickname { get; init; } = new("nick");
            public Choice Choice { get; init; } = new();
            public string @class { get; init; } = "keyword";
        }

        public sealed class Response
        {
            public int Status { get; init; } = 404;
            public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string> { ["etag"] = "abc" };
            public global::Interactor.Runtime.Json.JsonValue Body { get; init; } = global::Interactor.Runtime.Json.JsonValue.Parse(
                "{\"id\":\"r1\",\"count\":3,\"big\":1e2,\"ratio\":1.5,\"ok\":true,\"none\":null,\"list\":[1,2,3],\"names\":[\"n1\",\"n2\"],\"error\":{\"message\":\"bad\"},\"digits\":\"42\",\"time\":\"2026-01-02T03:04:05Z\"}");
            public ReadOnlyMemory<byte> Raw { get; init; } = new byte[] { 123, 125 };
        }

        public sealed class Variables
        {
            public string Text(string name) => "v-" + name;
            public string? TextOrNull(string name) => null;
        }
        """;

    private static readonly TypeModel Text = new StringTypeModel();

    private static readonly TypeModel Any = new AnyTypeModel();

    private static readonly TypeModel Message = new NamedTypeModel("Message", NamedTypeKind.Record);

    private static readonly TypeModel Color = new NamedTypeModel("Color", NamedTypeKind.Enum);

    private static readonly RecordShape MessageShape = new(
        "Message",
        [
            new("id", "Id", Text, false), new("snippet", "Snippet", Text.AsNullable(), false), new("parent", "Parent", Message.AsNullable(), false),
            new("size", "Size", new IntegerTypeModel { IsNullable = true }, false), new("color", "Color", Color.AsNullable(), false),
        ],
        IsOpen: true);

    private static readonly RecordShape InputShape = new(
        "Input",
        [
            new("text", "Text", Text, false),
            new("empty", "Empty", Text, false),
            new("absent", "Absent", Text.AsNullable(), false),
            new("present", "Present", Text.AsNullable(), false),
            new("big", "Big", new IntegerTypeModel(), false),
            new("small", "Small", new IntegerTypeModel(IntegerWidth.Int32), false),
            new("zero", "Zero", new IntegerTypeModel(), false),
            new("maybe", "Maybe", new IntegerTypeModel(IntegerWidth.Int32) { IsNullable = true }, false),
            new("none", "None", new IntegerTypeModel { IsNullable = true }, false),
            new("ratio", "Ratio", new NumberTypeModel(), false),
            new("single", "Single", new NumberTypeModel(NumberKind.Single), false),
            new("price", "Price", new NumberTypeModel(NumberKind.Decimal), false),
            new("yes", "Yes", new BooleanTypeModel(), false),
            new("unsure", "Unsure", new BooleanTypeModel { IsNullable = true }, false),
            new("color", "Color", Color, false),
            new("shade", "Shade", Color.AsNullable(), false),
            new("time", "Time", new TimestampTypeModel(), false),
            new("day", "Day", new DateTypeModel(), false),
            new("uuid", "Uuid", new UuidTypeModel(), false),
            new("data", "Data", new BytesTypeModel(), false),
            new("tags", "Tags", new ListTypeModel(Text), false),
            new("numbers", "Numbers", new ListTypeModel(new IntegerTypeModel()), false),
            new("noTags", "NoTags", new ListTypeModel(Text) { IsNullable = true }, false),
            new("messages", "Messages", new ListTypeModel(Message), false),
            new("labels", "Labels", new MapTypeModel(Text), false),
            new("counts", "Counts", new MapTypeModel(new IntegerTypeModel()), false),
            new("message", "Message", Message, false),
            new("noMessage", "NoMessage", Message.AsNullable(), false),
            new("extra", "Extra", Any, IsOptionalStruct: true),
            new("nickname", "Nickname", Text.AsNullable(), IsOptionalStruct: true),
            new("choice", "Choice", new NamedTypeModel("Choice", NamedTypeKind.Union), false),
            new("class", "class", Text, false),
        ],
        IsOpen: false);

    /// <summary>The roots of an expression that maps a response.</summary>
    public static ExpressionScope Scope { get; } = new(
        [
            new ExpressionRoot("input", new NamedTypeModel("Input", NamedTypeKind.Record), "input"),
            new ExpressionRoot(
                "variables",
                new StructureTypeModel(
                    "the variables",
                    [
                        new StructureMember("site", Text, ".Text(\"site\")"),
                        new StructureMember("secret", Text, ".Text(\"secret\")", IsSecret: true),
                        new StructureMember("region", Text.AsNullable(), ".TextOrNull(\"region\")"),
                    ]),
                "variables"),
            new ExpressionRoot(
                "response",
                new StructureTypeModel(
                    "the response",
                    [
                        new StructureMember("status", new IntegerTypeModel(IntegerWidth.Int32), ".Status"),
                        new StructureMember("headers", new MapTypeModel(Text), ".Headers"),
                        new StructureMember("body", Any, ".Body"),
                        new StructureMember("raw", new BytesTypeModel(), ".Raw"),
                    ]),
                "response"),
        ],
        new TestTypes());

    public RecordShape? FindRecord(string csharpName) => csharpName switch
    {
        "Input" => InputShape,
        "Message" => MessageShape,
        _ => null,
    };
}
