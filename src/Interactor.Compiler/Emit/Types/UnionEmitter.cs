using Interactor.Compiler.Emit.Encoding;
using Interactor.Compiler.Expressions.Emitting;
using Interactor.Compiler.Model;

namespace Interactor.Compiler.Emit.Types;

/// <summary>Writes a closed union: nested sealed cases, <c>Match</c>, and conversions from each case's value.</summary>
internal static class UnionEmitter
{
    private static readonly (JsonType Token, string Pattern)[] Tokens =
    [
        (JsonType.String, $"{RuntimeNames.JsonKinds}.String"),
        (JsonType.Number, $"{RuntimeNames.JsonKinds}.Number"),
        (JsonType.Boolean, $"{RuntimeNames.JsonKinds}.Boolean"),
        (JsonType.Array, $"{RuntimeNames.JsonKinds}.Array"),
        (JsonType.Object, $"{RuntimeNames.JsonKinds}.Object"),
    ];

    public static string Emit(UnionModel union, ConnectorModel connector)
    {
        CodeWriter code = SourceHeader.Begin(connector);
        string name = CSharpIdentifier.Escape(union.Name);
        UnionCaseModel? list = union.Cases.FirstOrDefault(c => c.Type is ListTypeModel);
        EmitType(code, union, name, list);
        code.Line();
        EmitJson(code, union, name, list);
        return code.ToString();
    }

    private static void EmitType(CodeWriter code, UnionModel union, string name, UnionCaseModel? list)
    {
        SourceHeader.Summary(code, union.Summary);
        SourceHeader.Obsolete(code, union.IsDeprecated);
        if (list is not null)
        {
            code.Line($"[global::System.Runtime.CompilerServices.CollectionBuilder(typeof({JsonCode.JsonClass(union.Name)}), \"FromItems\")]");
        }

        code.Open($"public abstract record {name}");
        code.Lines(
            $$"""
            private {{name}}()
            {
            }

            """);
        foreach (UnionCaseModel unionCase in union.Cases)
        {
            string type = CSharpType.Of(unionCase.Type);
            code.Line($"/// <summary>The case that is {Article(unionCase)} in JSON.</summary>");
            code.Line($"public sealed record {unionCase.CSharpName}({type} Value) : {name};");
            code.Line();
            if (IsConvertible(unionCase.Type))
            {
                code.Line($"/// <summary>Makes the case from its value.</summary>");
                code.Line($"public static implicit operator {name}({type} value) => new {unionCase.CSharpName}(value);");
                code.Line();
            }
        }

        if (list is { Type: ListTypeModel items })
        {
            string item = CSharpType.Of(items.Items);
            code.Line("/// <summary>The items of the list case; none in the other cases. Collection expressions ask for it.</summary>");
            code.Line($"public global::System.Collections.Generic.IEnumerator<{item}> GetEnumerator() => (this is {list.CSharpName} items ? items.Value : []).GetEnumerator();");
            code.Line();
        }

        EmitMatch(code, union);
        code.Close();
    }

    private static void EmitMatch(CodeWriter code, UnionModel union)
    {
        IEnumerable<string> parameters = union.Cases.Select(c => $"global::System.Func<{CSharpType.Of(c.Type)}, TResult> {Parameter(c)}");
        code.Line("/// <summary>Calls the function of the case that the value is.</summary>");
        code.Line($"public TResult Match<TResult>({string.Join(", ", parameters)}) => this switch");
        code.Line("{");
        foreach (UnionCaseModel unionCase in union.Cases)
        {
            code.Line($"    {unionCase.CSharpName} one => {Parameter(unionCase)}(one.Value),");
        }

        code.Line("    _ => throw new global::System.InvalidOperationException(\"The union is closed.\"),");
        code.Line("};");
    }

    private static void EmitJson(CodeWriter code, UnionModel union, string name, UnionCaseModel? list)
    {
        JsonClassEmitter.Open(code, union, new NamedTypeModel(union.Name, NamedTypeKind.Union), "TryRead", "Write");
        code.Line();
        EmitRead(code, union, name);
        code.Line();
        code.Line("/// <summary>Writes the value of the case.</summary>");
        code.Open($"public static void Write(global::System.Text.Json.Utf8JsonWriter writer, {name} value)");
        code.Open("switch (value)");
        foreach (UnionCaseModel unionCase in union.Cases)
        {
            code.Line($"case {name}.{unionCase.CSharpName} one{unionCase.CSharpName}:");
            code.Line($"    {JsonCode.WriteCall(unionCase.Type, "writer", $"one{unionCase.CSharpName}.Value")};");
            code.Line("    break;");
        }

        code.Close();
        code.Close();
        if (list is { Type: ListTypeModel items })
        {
            code.Line();
            code.Line("/// <summary>Makes the list case of a collection expression.</summary>");
            code.Line($"public static {name} FromItems(global::System.ReadOnlySpan<{CSharpType.Of(items.Items)}> items) => new {name}.{list.CSharpName}(items.ToArray());");
        }

        code.Close();
    }

    private static void EmitRead(CodeWriter code, UnionModel union, string name)
    {
        code.Line("/// <summary>Reads a value: the JSON type decides for the case.</summary>");
        code.Open($"public static bool TryRead(ref {RuntimeNames.JsonScanner} scanner, {JsonCode.MaybeNull} out {name} value)");
        code.Line("value = null;");
        code.Open("switch (scanner.Kind)");
        foreach (UnionCaseModel unionCase in union.Cases)
        {
            string mark = CSharpType.IsValueType(unionCase.Type) ? "" : "?";
            string local = "one" + unionCase.CSharpName;
            code.Line($"case {Tokens.First(t => t.Token == unionCase.Token).Pattern}:");
            code.Lines(
                $$"""
                    if (!{{JsonCode.ReadCall(unionCase.Type, $"{CSharpType.Of(unionCase.Type)}{mark} {local}")}})
                    {
                        return false;
                    }

                    value = new {{name}}.{{unionCase.CSharpName}}({{local}});
                    return true;
                """);
        }

        code.Line("default:");
        code.Line("    return false;");
        code.Close();
        code.Close();
    }

    // C# has no conversions from interfaces.
    private static bool IsConvertible(TypeModel type) => type is not (ListTypeModel or MapTypeModel);

    private static string Parameter(UnionCaseModel unionCase) => unionCase.CSharpName.ToLowerInvariant() + "Case";

    private static string Article(UnionCaseModel unionCase) => unionCase.Token switch
    {
        JsonType.Array => "an array",
        JsonType.Object => "an object",
        JsonType.Number => "a number",
        JsonType.Boolean => "a boolean",
        _ => "a string",
    };
}
