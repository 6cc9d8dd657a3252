using Interactor.Compiler.Emit.Encoding;
using Interactor.Compiler.Expressions.Emitting;
using Interactor.Compiler.Model;

namespace Interactor.Compiler.Emit.Types;

/// <summary>Writes a closed union: nested sealed cases, <c>Match</c>, and conversions from each case's value.</summary>
internal static class UnionEmitter
{
    public static void Emit(CodeWriter code, UnionModel union)
    {
        EmitType(code, union, SourceAliases.Own + "::");
        code.Line();
        UnionJsonEmitter.Emit(code, union);
    }

    /// <summary>The cases as C# has them: that of unknown tags is the last.</summary>
    public static IReadOnlyList<UnionCaseModel> CasesOf(UnionModel union) => union.UnknownCase is { } unknown
        ? [.. union.Cases, new UnionCaseModel(unknown, new AnyTypeModel(), "A case that the definition does not know, kept as it came.")]
        : [.. union.Cases];

    /// <summary>The case that a collection expression makes; null where none or several could be meant.</summary>
    public static UnionCaseModel? ListCaseOf(UnionModel union) => union.Cases.Where(c => c.Type is ListTypeModel).ToList() is [var only] ? only : null;

    // The cases hide types of their own names, so types are written out in full.
    private static void EmitType(CodeWriter code, UnionModel union, string qualifier)
    {
        string name = CSharpIdentifier.Escape(union.Name);
        IReadOnlyList<UnionCaseModel> cases = CasesOf(union);
        UnionCaseModel? list = ListCaseOf(union);
        SourceHeader.Summary(code, union.Summary);
        SourceHeader.Obsolete(code, union.IsDeprecated);
        JsonClassEmitter.Attribute(code, union);
        if (list is not null)
        {
            code.Line($"[s_::Runtime.CompilerServices.CollectionBuilder(typeof({JsonCode.JsonClass(union.Name)}), \"FromItems\")]");
        }

        code.Open($"public abstract record {name}");
        code.Lines(
            $$"""
            private {{name}}()
            {
            }

            """);
        foreach (UnionCaseModel unionCase in cases)
        {
            string type = CSharpType.Of(unionCase.Type, qualifier);
            string caseName = CSharpIdentifier.Escape(unionCase.CSharpName);
            bool needsBody = MemberCode.NeedsContent(unionCase.Type) || MemberCode.NeedsCulture(unionCase.Type) || unionCase.IsSecret;
            SourceHeader.Summary(code, unionCase.Summary);
            JsonClassEmitter.Attribute(code, union, qualifier);
            code.Line($"public sealed record {caseName}({type} Value) : {name}{(needsBody ? "" : ";")}");
            if (needsBody)
            {
                code.Lines(MemberCode.Single(caseName, "Value", unionCase.IsSecret));
            }

            code.Line();
            if (IsConvertible(unionCase, union))
            {
                code.Line($"public static implicit operator {name}({type} value) => new {caseName}(value);");
                code.Line();
            }
        }

        if (list is { Type: ListTypeModel items })
        {
            code.Line("/// <summary>The items of the list case; none in the other cases. Collection expressions ask for it.</summary>");
            code.Line($"public sG::IEnumerator<{CSharpType.Of(items.Items, qualifier)}> GetEnumerator() => (this is {CSharpIdentifier.Escape(list.CSharpName)} items ? items.Value : []).GetEnumerator();");
            code.Line();
        }

        EmitMatch(code, cases, qualifier);
        code.Close();
    }

    private static void EmitMatch(CodeWriter code, IReadOnlyList<UnionCaseModel> cases, string qualifier)
    {
        IEnumerable<string> parameters = cases.Select(c => $"s_::Func<{CSharpType.Of(c.Type, qualifier)}, TResult> {Parameter(c)}");
        code.Line($"public TResult Match<TResult>({string.Join(", ", parameters)}) => this switch");
        code.Line("{");
        foreach (UnionCaseModel unionCase in cases)
        {
            code.Line($"    {CSharpIdentifier.Escape(unionCase.CSharpName)} one => {Parameter(unionCase)}(one.Value),");
        }

        code.Line("    _ => throw new s_::InvalidOperationException(\"The union is closed.\"),");
        code.Line("};");
    }

    // C# has no conversions from interfaces, and none that two cases could both mean.
    private static bool IsConvertible(UnionCaseModel unionCase, UnionModel union) =>
        unionCase.Type is not (ListTypeModel or MapTypeModel or AnyTypeModel) && union.Cases.Count(c => CSharpType.Of(c.Type) == CSharpType.Of(unionCase.Type)) == 1;

    private static string Parameter(UnionCaseModel unionCase) => CSharpIdentifier.Camel(unionCase.CSharpName) + "Case";
}
