using Interactor.Compiler.Emit.Encoding;
using Interactor.Compiler.Expressions.Emitting;
using Interactor.Compiler.Model;

namespace Interactor.Compiler.Emit.Types;

/// <summary>Writes the JSON class of a record: each member once, which the runtime reads, writes and prints by it, and the test of what their types do not say.</summary>
internal static class RecordJsonEmitter
{
    public static void Emit(CodeWriter code, RecordModel record)
    {
        string name = CSharpIdentifier.Escape(record.Name);
        JsonClassEmitter.Open(code, record);
        MemberTableCode.Emit(code, record);
        EmitWalk(code, record, name);
        TestEmitter.Emit(code, record, name);
        code.Close();
    }

    // What can only have one value is the table's.
    private static void EmitWalk(CodeWriter code, RecordModel record, string name)
    {
        List<string> members = [.. record.Properties.Where(p => p.Constant is null).Select(p => $"{CSharpIdentifier.Escape(p.CSharpName)} = {Visit(p)}")];
        if (record.AdditionalProperties is { } others)
        {
            string property = CSharpIdentifier.Escape(others.CSharpName);
            members.Add($"{property} = m.{(others.Values is AnyTypeModel ? "Others" : "OthersOf")}(v?.{property})");
        }

        string value = members.Count == 0 ? "new()" : $"new() {{ {string.Join(", ", members)} }}";
        code.Line($"public static {name} Walk(ref {RuntimeNames.JsonWalk} m, {name}? v) => {value};");
    }

    private static string Visit(PropertyModel property)
    {
        TypeModel type = property.Type;
        string value = "v?." + CSharpIdentifier.Escape(property.CSharpName);
        if (property.IsTriState || (type.IsNullable && type is not AnyTypeModel))
        {
            return VisitNull(property, value);
        }

        bool isValue = CSharpType.IsValueType(type);
        string call = type switch
        {
            ListTypeModel list => $"m.List({value}, {JsonCode.Both(list.Items)})",
            MapTypeModel map => $"m.Map({value}, {JsonCode.Both(map.Values)})",
            BytesTypeModel { IsContent: true } => $"m.Do({value}, {JsonCode.Both(type)})",
            NamedTypeModel => $"m.{(isValue ? "DoStruct" : "Do")}({value}, {JsonCode.Both(type)})",
            AnyTypeModel => $"m.Any({value} ?? default)",
            _ => $"m.{JsonCode.ScalarName(type)}({value})",
        };
        return !property.IsRequired || type is AnyTypeModel ? call : isValue ? call + " ?? default" : call + "!";
    }

    // Null is a value, or absence is one.
    private static string VisitNull(PropertyModel property, string value)
    {
        TypeModel type = property.Type;
        bool isNull = type is { IsNullable: true } and not (AnyTypeModel or NullTypeModel);
        bool hasContract = isNull && type is not (ListTypeModel or MapTypeModel);
        string call = (property.IsTriState, hasContract) switch
        {
            (true, true) => "OptionalNull",
            (true, false) => "DoOptional",
            (false, true) => "Null",
            _ => "Always",
        };
        string mark = hasContract && CSharpType.IsValueType(type.AsNonNull()) ? "Struct" : "";
        return $"m.{call}{mark}({value}{(property.IsTriState ? " ?? default" : "")}, {JsonCode.Both(hasContract ? type.AsNonNull() : type)})";
    }
}
