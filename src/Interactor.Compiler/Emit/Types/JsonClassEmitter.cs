using Interactor.Compiler.Emit.Encoding;
using Interactor.Compiler.Model;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Emit.Types;

/// <summary>Writes the start of the class that reads, writes and validates a type, with its schema.</summary>
internal static class JsonClassEmitter
{
    /// <summary>Begins the class of a type that has a reader and a writer of its own.</summary>
    public static void Open(CodeWriter code, DatatypeModel type)
    {
        (string name, string self) = (CSharpIdentifier.Escape(type.Name), JsonCode.JsonClass(type.Name));
        code.Open($"public abstract class {self} : {BaseOf(type)}<{name}, {self}>, {InterfaceOf(type)}<{name}>");
        EmitFacts(code, type);
        if (type is UnionModel or TupleModel)
        {
            code.Line("public static bool IsProvenByReading => true;");
        }
    }

    private static string InterfaceOf(DatatypeModel type) => type switch
    {
        RecordModel => RuntimeNames.IJsonRecord,
        EnumModel => RuntimeNames.IJsonTextEnum,
        _ => RuntimeNames.IJsonType,
    };

    private static string BaseOf(DatatypeModel type) => type switch
    {
        RecordModel => RuntimeNames.JsonRecord,
        EnumModel => RuntimeNames.JsonTextEnum,
        _ => RuntimeNames.JsonType,
    };

    /// <summary>Writes the schema of a class without a base.</summary>
    public static void EmitSchema(CodeWriter code, DatatypeModel type) =>
        code.Line($"public static {RuntimeNames.JsonSchema} Schema {{ get; }} = {SchemaCode(type.Schema)};");

    // The base makes the schema of its text and references where it can.
    private static void EmitFacts(CodeWriter code, DatatypeModel type)
    {
        string[] members = type switch
        {
            RecordModel record => [CSharpLiteral.String(MemberTableCode.MembersOf(record))],
            EnumModel texts => [CSharpLiteral.String(EnumEmitter.TextsOf(texts))],
            _ => [],
        };
        if (type.Schema is OwnSchemaText own && IsInOrder(own))
        {
            code.Line($"public static {RuntimeNames.JsonFacts} Facts => new({string.Join(", ", [CSharpLiteral.RawUtf8(own.Json), .. members])});");
            if (own.References.Count > 0)
            {
                code.Line($"public static {RuntimeNames.JsonSchema}?[] References() => [{string.Join(", ", Schemas(own))}];");
            }

            return;
        }

        code.Line($"public static {RuntimeNames.JsonSchema} Part => {SchemaCode(type.Schema)};");
        if (members is [var list])
        {
            code.Line($"public static {RuntimeNames.JsonFacts} Facts => new({list});");
        }
    }

    /// <summary>Writes the attribute by which System.Text.Json finds the converter of a type.</summary>
    /// <param name="code">Where to.</param>
    /// <param name="type">The type.</param>
    /// <param name="qualifier">What stands before names where nested types may hide them.</param>
    public static void Attribute(CodeWriter code, DatatypeModel type, string qualifier = "") =>
        code.Line($"[jA(typeof({qualifier}{JsonCode.JsonClass(type.Name)}.Converter))]");

    /// <summary>Writes, in a reader, what validates the whole value where that is what proves it.</summary>
    public static void Prove(CodeWriter code, DatatypeModel type)
    {
        if (type.Proof == ProofKind.Whole)
        {
            code.Line("s.Prove(Schema);");
        }
    }

    /// <summary>The schema at a place.</summary>
    public static string SchemaCode(SchemaReference schema) => JsonCode.JsonClass(schema.Datatype) + ".Schema" + At(schema.Pointer);

    /// <summary>The call that goes from the schema of a datatype to one inside it; nothing for the whole.</summary>
    /// <param name="pointer">A JSON pointer.</param>
    public static string At(string pointer) => pointer.Length == 0 ? "" : $".At({CSharpLiteral.String(pointer)})";

    private static string SchemaCode(SchemaTextModel schema) => schema switch
    {
        NestedSchemaText nested => SchemaCode(nested.Reference),
        OwnSchemaText own => $"new(static () => {CSharpLiteral.RawUtf8(own.Json)}{References(own)})",
        _ => throw new InvalidOperationException("The hierarchy of schema texts is closed."),
    };

    private static string References(OwnSchemaText schema) => schema.References.Count == 0 ? ""
        : IsInOrder(schema) ? $", static () => [{string.Join(", ", Schemas(schema))}]"
        : $", static reference => reference switch {{ {string.Join(", ", schema.References.Zip(Schemas(schema), (r, s) => $"{CSharpLiteral.String(r.Reference)} => {s}"))}, _ => null }}";

    private static IEnumerable<string> Schemas(OwnSchemaText schema) => schema.References.Select(r => JsonCode.JsonClass(r.Name) + ".Schema");

    // Whether the runtime finds in the text what it refers to, and nothing that only looks so.
    private static bool IsInOrder(OwnSchemaText schema) =>
        SchemaReferences.Of(schema.Json).SequenceEqual(schema.References.Select(r => JsonText.OfString(r.Reference)), StringComparer.Ordinal);
}
