using Interactor.Compiler.Emit.Encoding;
using Interactor.Compiler.Expressions.Emitting;
using Interactor.Compiler.Model;

namespace Interactor.Compiler.Emit.Types;

/// <summary>Writes the start of the class that reads, writes and validates a type: its schema and its contract.</summary>
internal static class JsonClassEmitter
{
    public static void Open(CodeWriter code, DatatypeModel type, TypeModel value, string readDelegate, string writeDelegate)
    {
        code.Line("/// <summary>Reads, writes and validates it as JSON.</summary>");
        code.Open($"public static class {JsonCode.JsonClass(type.Name)}");
        code.Line($"public static {RuntimeNames.JsonSchema} Schema {{ get; }} = {SchemaCode(type.Schema)};");
        string check = type.Proof switch
        {
            ProofKind.Test => $", isSurelyValid: {CheckEmitter.MethodOf(isAsRead: false)}",
            ProofKind.TestAndReading => $", isSurelyValid: {CheckEmitter.MethodOf(isAsRead: true)}, isProvenByReading: true",
            ProofKind.Reading => ", isProvenByReading: true",
            _ => "",
        };
        code.Line($"public static {RuntimeNames.JsonContract}<{CSharpType.Of(value)}> Contract {{ get; }} = new({readDelegate}, {writeDelegate}, Schema{check});");
        if (type is not AliasModel)
        {
            code.Line($"public sealed class Converter() : {RuntimeNames.JsonContractConverter}<{CSharpType.Of(value)}>(Contract);");
        }
    }

    /// <summary>Writes the attribute by which System.Text.Json finds the converter of a type.</summary>
    /// <param name="code">Where to.</param>
    /// <param name="type">The type.</param>
    /// <param name="qualifier">What stands before names where nested types may hide them.</param>
    public static void Attribute(CodeWriter code, DatatypeModel type, string qualifier = "") =>
        code.Line($"[sJ::Serialization.JsonConverter(typeof({qualifier}{JsonCode.JsonClass(type.Name)}.Converter))]");

    /// <summary>Writes, in a reader, what validates the whole value where that is what proves it.</summary>
    public static void Prove(CodeWriter code, DatatypeModel type)
    {
        if (type.Proof == ProofKind.Reading)
        {
            code.Line("s.Prove(Schema);");
        }
    }

    /// <summary>The schema at a place.</summary>
    public static string SchemaCode(SchemaReference schema)
    {
        string whole = JsonCode.JsonClass(schema.Datatype) + ".Schema";
        return schema.Pointer.Length == 0 ? whole : $"{whole}.At({CSharpLiteral.String(schema.Pointer)})";
    }

    private static string SchemaCode(SchemaTextModel schema) => schema switch
    {
        NestedSchemaText nested => $"{JsonCode.JsonClass(nested.Reference.Datatype)}.Schema.At({CSharpLiteral.String(nested.Reference.Pointer)})",
        OwnSchemaText own => $"new(static () => {CSharpLiteral.Utf8(own.Json)}{References(own.References)})",
        _ => throw new InvalidOperationException("The hierarchy of schema texts is closed."),
    };

    private static string References(EquatableArray<DatatypeReference> references)
    {
        if (references.Count == 0)
        {
            return "";
        }

        IEnumerable<string> arms = references.Select(r => $"{CSharpLiteral.String(r.Reference)} => {JsonCode.JsonClass(r.Name)}.Schema");
        return $", static reference => reference switch {{ {string.Join(", ", arms)}, _ => null }}";
    }
}
