using Interactor.Compiler.Emit.Encoding;
using Interactor.Compiler.Expressions.Emitting;
using Interactor.Compiler.Model;

namespace Interactor.Compiler.Emit.Types;

/// <summary>Writes the JSON class of the input of an action: each member once, which the runtime reads and writes by it.</summary>
internal static class InputJsonEmitter
{
    /// <summary>Whether a record is an input that can be written so.</summary>
    public static bool Fits(RecordModel record) =>
        record is { IsInput: true, Base: null, NamesProof: null, Proof: not ProofKind.Reading, AdditionalProperties: null or { Values: AnyTypeModel, Proof: null } };

    public static void Emit(CodeWriter code, RecordModel record)
    {
        string name = CSharpIdentifier.Escape(record.Name);
        PropertyModel[] properties = [.. record.Properties.OrderBy(p => p.Constant is null)];
        JsonClassEmitter.Open(code, record);
        MemberTableCode.Emit(code, record, properties);
        EmitWalk(code, record, properties, name);
        if (record.HasCheck)
        {
            CheckEmitter.Emit(code, record, name);
        }

        code.Close();
    }

    // Constants come first, because they are no part of the object initializer.
    private static void EmitWalk(CodeWriter code, RecordModel record, PropertyModel[] properties, string name)
    {
        string head = $"public static {name} Walk(ref {RuntimeNames.JsonWalk} m, {name}? v)";
        List<string> members = [.. properties.Where(p => p.Constant is null).Select(p => $"{CSharpIdentifier.Escape(p.CSharpName)} = {Visit(p)}")];
        if (record.AdditionalProperties is { } others)
        {
            string property = CSharpIdentifier.Escape(others.CSharpName);
            members.Add($"{property} = m.Others(v?.{property})");
        }

        string value = members.Count == 0 ? "new()" : $"new() {{ {string.Join(", ", members)} }}";
        PropertyModel[] constants = [.. properties.Where(p => p.Constant is not null)];
        if (constants.Length == 0)
        {
            code.Line($"{head} => {value};");
            return;
        }

        code.Open(head);
        foreach (PropertyModel constant in constants)
        {
            code.Line($"m.Constant({ConstantCode.Argument(constant.Constant!)}, {CSharpLiteral.String(constant.CSharpName)});");
        }

        code.Line($"return {value};");
        code.Close();
    }

    private static string Visit(PropertyModel property)
    {
        TypeModel type = property.Type;
        string value = "v?." + CSharpIdentifier.Escape(property.CSharpName);
        bool isValue = CSharpType.IsValueType(type);
        (string call, bool isHonest) = type switch
        {
            _ when property.IsTriState => ($"m.DoOptional({value} ?? default, {Delegates(type)})", true),
            { IsNullable: true } and not AnyTypeModel => ($"m.Always({value}, {Delegates(type)})", true),
            ListTypeModel list => ($"m.List({value}, {Delegates(list.Items)})", false),
            MapTypeModel map => ($"m.Map({value}, {Delegates(map.Values)})", false),
            NamedTypeModel => ($"m.{(isValue ? "DoStruct" : "Do")}({value}, {Delegates(type)})", false),
            AnyTypeModel => ($"m.Any({value} ?? default)", true),
            _ => ($"m.{JsonCode.ScalarName(type)}({value})", false),
        };
        return isHonest || !property.IsRequired ? call : isValue ? call + " ?? default" : call + "!";
    }

    // A type of the definition brings both.
    private static string Delegates(TypeModel type) => type is NamedTypeModel { IsNullable: false } named
        ? JsonCode.JsonClass(named.Name) + ".Contract"
        : $"{JsonCode.ReadDelegate(type)}, {JsonCode.WriteDelegate(type)}";
}
