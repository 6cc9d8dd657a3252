using Interactor.Compiler.Emit.Encoding;
using Interactor.Compiler.Expressions.Emitting;
using Interactor.Compiler.Model;

namespace Interactor.Compiler.Emit.Types;

/// <summary>Writes the reader of a record: the table of its members, and one pass over the object with an arm a member.</summary>
internal static class RecordReaderEmitter
{
    private const string Table = "Members";

    public static void Emit(CodeWriter code, RecordModel record)
    {
        string name = CSharpIdentifier.Escape(record.Name);
        EmitTable(code, record);
        code.Line();
        code.Line("/// <summary>Reads the value that the scanner stands at; false when it is not of the type.</summary>");
        code.Open($"public static bool TryRead(ref {RuntimeNames.JsonScanner} scanner, {JsonCode.MaybeNull} out {name} value)");
        code.Line("value = null;");
        JsonClassEmitter.Prove(code, record);
        code.Lines(
            """
            if (!scanner.TryBeginObject())
            {
                return false;
            }

            """);
        foreach (PropertyModel property in record.Properties.Where(p => p.Constant is null))
        {
            code.Line($"{LocalType(property)} {Local(property)} = default;");
        }

        if (record.AdditionalProperties is { } additional)
        {
            code.Line($"{AdditionalLocalType(additional)} others = default;");
        }

        EmitLoop(code, record);
        EmitResult(code, record, name);
        code.Close();
    }

    private static void EmitTable(CodeWriter code, RecordModel record)
    {
        string names = string.Join(", ", record.Properties.Select(p => CSharpLiteral.String(p.JsonName)));
        string isClosed = record.AdditionalProperties is null ? "true" : "false";
        code.Line($"private static readonly {RuntimeNames.JsonMemberTable} {Table} = new(");
        code.Line($"    [{names}], required: [{Numbers(record, p => p.IsRequired)}], notNull: [{Numbers(record, IsNotNull)}], isClosed: {isClosed}{Proof(record)});");
    }

    private static string Proof(RecordModel record)
    {
        string[] members = [.. record.Properties
            .Select((p, i) => (p, i))
            .Where(x => x.p is { Check: null, Proof: not null })
            .Select(x => $"({CSharpLiteral.Int(x.i)}, {JsonClassEmitter.SchemaCode(x.p.Proof!)})")];
        SchemaReference? others = record.AdditionalProperties is { Check: null, Proof: { } proof } ? proof : null;
        return record.Proof != ProofKind.TestAndReading || (members.Length == 0 && others is null && record.NamesProof is null)
            ? ""
            : $", proof: new({string.Join(", ", [Schema(record.NamesProof), Schema(others), .. members])})";
    }

    private static string Schema(SchemaReference? schema) => schema is null ? "null" : JsonClassEmitter.SchemaCode(schema);

    private static void EmitLoop(CodeWriter code, RecordModel record)
    {
        string others = Others(record.AdditionalProperties);
        code.Line($"global::System.Span<ulong> seen = stackalloc ulong[{(record.Properties.Count / 64) + 1}];");
        code.Line("int member = -1;");
        code.Open($"while ({Table}.Next(ref scanner, seen, ref member))");
        code.Open("bool isRead = member switch");
        int number = 0;
        foreach (PropertyModel property in record.Properties)
        {
            code.Line($"{number++} => {Read(property)},");
        }

        code.Line($"_ => {others},");
        code.Close("};");
        code.Open("if (!isRead)");
        code.Line("return false;");
        code.Close();
        code.Close();
        code.Line();
        if (record.Properties.Any(p => p.IsRequired))
        {
            code.Open($"if (!{Table}.HasRequired(seen))");
            code.Line("return false;");
            code.Close();
            code.Line();
        }
    }

    private static string Read(PropertyModel property) =>
        property.Constant is { } constant ? ConstantCode.Read(constant) : JsonCode.ReadCall(property.Type, Local(property));

    private static string Others(AdditionalPropertiesModel? additional) => additional switch
    {
        null => "scanner.TrySkip()",
        { Values: AnyTypeModel } => $"{RuntimeNames.ExtensionData}.TryRead(ref scanner, ref others)",
        _ => $"others.TryRead(ref scanner, {JsonCode.ReadDelegate(additional.Values)})",
    };

    private static void EmitResult(CodeWriter code, RecordModel record, string name)
    {
        code.Open($"value = new {name}");
        for (int i = 0; i < record.Properties.Count; i++)
        {
            PropertyModel property = record.Properties[i];
            if (property.Constant is null)
            {
                code.Line($"{CSharpIdentifier.Escape(property.CSharpName)} = {Result(property, i)},");
            }
        }

        if (record.AdditionalProperties is { } additional)
        {
            code.Line($"{CSharpIdentifier.Escape(additional.CSharpName)} = others{(additional.Values is AnyTypeModel ? "" : ".ToMap(ref scanner)")},");
        }

        code.Close("};");
        code.Line("return true;");
    }

    private static string Result(PropertyModel property, int number)
    {
        string isSeen = $"(seen[{number / 64}] & {1UL << (number % 64)}UL) != 0";
        return property switch
        {
            { IsTriState: true } => $"{isSeen} ? new({Local(property)}) : default",
            { IsRequired: false } when CSharpType.IsValueType(property.Type) => $"{isSeen} ? {Local(property)} : default({CSharpType.Of(property.Type)}?)",
            { IsRequired: true, Type.IsNullable: false } when !CSharpType.IsValueType(property.Type) => Local(property) + "!",
            _ => Local(property),
        };
    }

    // A provider that sends null for a member that it means to leave out is understood.
    private static bool IsNotNull(PropertyModel property) => !property.IsRequired && !property.IsTriState;

    private static string Numbers(RecordModel record, Func<PropertyModel, bool> isMeant) =>
        string.Join(", ", record.Properties.Select((p, i) => (p, i)).Where(x => isMeant(x.p)).Select(x => x.i));

    private static string Local(PropertyModel property) => "read" + property.CSharpName;

    // An out argument of a reference type is null when the read fails.
    private static string LocalType(PropertyModel property) =>
        CSharpType.Of(property.Type) + (property.Type.IsNullable || CSharpType.IsValueType(property.Type) ? "" : "?");

    private static string AdditionalLocalType(AdditionalPropertiesModel additional) =>
        additional.Values is AnyTypeModel ? RuntimeNames.ExtensionData + "?" : $"{RuntimeNames.JsonMapBuilder}<{CSharpType.Of(additional.Values)}>";
}
