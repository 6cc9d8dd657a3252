using Interactor.Compiler.Emit.Encoding;
using Interactor.Compiler.Expressions.Emitting;
using Interactor.Compiler.Model;

namespace Interactor.Compiler.Emit.Types;

/// <summary>Writes a list whose first items have types of their own: a record, and its JSON class, which reads and writes an array.</summary>
internal static class TupleEmitter
{
    public static void Emit(CodeWriter code, TupleModel tuple)
    {
        string name = CSharpIdentifier.Escape(tuple.Name);
        EmitType(code, tuple, name);
        code.Line();
        JsonClassEmitter.Open(code, tuple);
        code.Line();
        TestEmitter tests = new();
        EmitRead(code, tuple, name, tests);
        code.Line();
        EmitWrite(code, tuple, name);
        tests.EmitRules(code);
        code.Close();
    }

    private static void EmitType(CodeWriter code, TupleModel tuple, string name)
    {
        SourceHeader.Summary(code, tuple.Summary);
        SourceHeader.Obsolete(code, tuple.IsDeprecated);
        JsonClassEmitter.Attribute(code, tuple);
        code.Open($"public sealed record {name}");
        for (int i = 0; i < tuple.Items.Count; i++)
        {
            TupleItemModel item = tuple.Items[i];
            SourceHeader.Summary(code, item.Summary);
            MemberCode.Property(code, item.IsRequired ? "required " : "", PropertyType(item), item.CSharpName, !item.IsTriState && MemberCode.NeedsContent(item.Type), i);
            code.Line();
        }

        if (tuple.Rest is { } rest)
        {
            code.Line("/// <summary>The items behind the others.</summary>");
            MemberCode.Property(code, "", CSharpType.Of(new ListTypeModel(rest.Items)), rest.CSharpName, byContent: true, tuple.Items.Count, "[]");
        }

        IEnumerable<(string Name, bool IsSecret)> members = tuple.Items.Select(i => (i.CSharpName, i.IsSecret));
        MemberCode.Print(code, tuple.Rest is { } others ? members.Append((others.CSharpName, false)) : members);

        code.Close();
    }

    private static void EmitRead(CodeWriter code, TupleModel tuple, string name, TestEmitter tests)
    {
        code.Line("/// <summary>Reads an array.</summary>");
        code.Open($"public static bool TryRead(ref {RuntimeNames.JsonScanner} s, {JsonCode.MaybeNull} out {name} v)");
        code.Line("v = null;");
        JsonClassEmitter.Prove(code, tuple);
        code.Lines(
            """
            if (!s.TryBeginArray())
            {
                return false;
            }

            bool hasItem = true;
            """);
        foreach (TupleItemModel item in tuple.Items)
        {
            string local = "read" + item.CSharpName;
            if (item.IsTriState)
            {
                EmitReadOptional(code, item, local);
                continue;
            }

            TypeModel type = item.ReadType;
            string failure = item.IsRequired ? "!(hasItem = s.NextItem()) || " : "(hasItem = hasItem && s.NextItem()) && ";
            code.Lines(
                $$"""
                {{LocalType(type)}} {{local}} = default;
                if ({{failure}}!{{JsonCode.ReadCall(type, local)}})
                {
                    return false;
                }

                """);
        }

        if (tuple.Rest is { } rest)
        {
            string type = CSharpType.Of(rest.Items);
            code.Lines(
                $$"""
                sG::List<{{type}}> rest = [];
                while (hasItem && s.NextItem())
                {
                    if (!{{JsonCode.ReadCall(rest.Items, $"{LocalType(rest.Items)} one")}})
                    {
                        return false;
                    }

                    rest.Add(one);
                }

                """);
        }
        else
        {
            code.Lines(
                """
                if (hasItem && s.NextItem())
                {
                    return false;
                }

                """);
        }

        code.Open($"v = new {name}");
        foreach (TupleItemModel item in tuple.Items)
        {
            code.Line($"{CSharpIdentifier.Escape(item.CSharpName)} = read{item.CSharpName},");
        }

        if (tuple.Rest is { } others)
        {
            code.Line($"{CSharpIdentifier.Escape(others.CSharpName)} = rest,");
        }

        code.Close("};");
        TestEmitter.EmitDoubt(code, tests.Of(tuple));
        code.Line("return !s.IsMalformed;");
        code.Close();
    }

    private static void EmitReadOptional(CodeWriter code, TupleItemModel item, string local) => code.Lines(
        $$"""
        {{PropertyType(item)}} {{local}} = default;
        if (hasItem = hasItem && s.NextItem())
        {
            if (!{{JsonCode.ReadCall(item.Type, $"{LocalType(item.Type)} one{item.CSharpName}")}})
            {
                return false;
            }

            {{local}} = new(one{{item.CSharpName}});
        }

        """);

    // An array has no gaps: what stands before an item that is there is written as null where it is not.
    private static void EmitWrite(CodeWriter code, TupleModel tuple, string name)
    {
        code.Open($"public static void Write(jW w, {name} v)");
        code.Line($"{RuntimeNames.JsonEmit}.BeginArray(w, v);");
        for (int i = 0; i < tuple.Items.Count; i++)
        {
            TupleItemModel item = tuple.Items[i];
            string member = "v." + CSharpIdentifier.Escape(item.CSharpName);
            if (item.IsRequired)
            {
                code.Line(JsonCode.WriteCall(item.Type, "w", member) + ";");
                continue;
            }

            IEnumerable<string> later = tuple.Items.Skip(i).Select(IsThere);
            if (tuple.Rest is { } others)
            {
                later = later.Append($"v.{CSharpIdentifier.Escape(others.CSharpName)}?.Count > 0");
            }

            code.Open($"if ({string.Join(" || ", later)})");
            code.Line(JsonCode.WriteCall(item.ReadType, "w", item.IsTriState ? member + ".ValueOrDefault" : member) + ";");
            code.Close();
            code.Line();
        }

        if (tuple.Rest is { } rest)
        {
            code.Line($"{RuntimeNames.JsonEmit}.Items(w, v.{CSharpIdentifier.Escape(rest.CSharpName)}, {JsonCode.WriteDelegate(rest.Items)});");
        }

        code.Line("w.WriteEndArray();");
        code.Close();
    }

    private static string IsThere(TupleItemModel item)
    {
        string member = "v." + CSharpIdentifier.Escape(item.CSharpName);
        return item.IsTriState ? $"{member}.HasValue" : $"{member} is not null";
    }

    private static string PropertyType(TupleItemModel item) =>
        item.IsTriState ? $"{RuntimeNames.Optional}<{CSharpType.Of(item.Type)}>" : CSharpType.Of(item.ReadType);

    // An out argument of a reference type is null when the read fails.
    private static string LocalType(TypeModel type) => CSharpType.Of(type) + (type.IsNullable || CSharpType.IsValueType(type) ? "" : "?");
}
