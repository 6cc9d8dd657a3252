using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Emit;
using Interactor.Compiler.Emit.Encoding;
using Interactor.Compiler.Expressions.Emitting;
using Interactor.Compiler.Expressions.Functions;
using Interactor.Compiler.Model;
using Interactor.Compiler.Text;

namespace Interactor.Compiler.Expressions.Checking;

/// <summary>Checks <c>target.name</c>, where the target is not null.</summary>
internal sealed class MemberChecker(CheckContext context)
{
    /// <param name="at">The name.</param>
    /// <param name="whole">The access with its target, for the place of a failure.</param>
    /// <param name="mayMiss">A missing member gives null.</param>
    public TypedExpression Check(TypedExpression target, string name, TextRange at, TextRange whole, bool mayMiss)
    {
        switch (target.Type)
        {
            case AnyTypeModel or NamedTypeModel { IsSeenAsJson: true }:
                return Call(
                    RuntimeNames.AnyFunctions, mayMiss ? "MemberOrNull" : "Member", Conversion.ToAny(target), name, new AnyTypeModel(), mayMiss ? null : context.PlaceOf(whole));
            case MapTypeModel map:
                return MapValue(target, LiteralExpression.Of(name), map.Values, whole, mayMiss);
            case StructureTypeModel structure:
                return structure.Members.FirstOrDefault(m => m.Name == name) is { } member
                    ? new MemberExpression(target, member.CSharp, member.Type, target.IsSecret || member.IsSecret)
                    : Unknown(Sentence.Capital(structure.Description), name, at, structure.Members.Select(m => m.Name));
            case NamedTypeModel { Kind: NamedTypeKind.Record } record when context.Scope.Types.FindRecord(record.Name) is { } shape:
                return shape.Members.FirstOrDefault(m => m.JsonName == name) is { } property
                    ? Property(target, property)
                    : Unknown(shape.Name, name, at, shape.Members.Select(m => m.JsonName));
            default:
                string hint = name is "length" or "count" or "size" ? " Its size is size(…)." : HintForCall(name);
                return context.Fail(ExpressionDiagnostics.UnknownMember, at, Sentence.Capital(TypeText.Of(target.Type)), name, hint);
        }
    }

    /// <summary>The value under a key of a map.</summary>
    public CallExpression MapValue(TypedExpression map, TypedExpression key, TypeModel values, TextRange whole, bool mayMiss) =>
        ItemOf(RuntimeNames.MapFunctions, map, key, values, mayMiss ? null : context.PlaceOf(whole));

    /// <summary>An item of a collection; without a place one that is missing gives null.</summary>
    public static CallExpression ItemOf(string runtimeClass, TypedExpression collection, TypedExpression key, TypeModel items, ExpressionPlace? place)
    {
        // A value type that cannot say null itself needs the method that wraps it.
        bool isWrapped = CSharpType.IsValueType(items) && !items.IsNullable && items is not AnyTypeModel;
        string method = place is not null ? "Item" : isWrapped ? "ItemOrNull" : "ItemOrDefault";
        TypeModel type = place is not null ? items : items.AsNullable();
        return new CallExpression(new RuntimeMethod(runtimeClass, method), [collection, key], type, collection.IsSecret || key.IsSecret, place);
    }

    private static MemberExpression Property(TypedExpression target, RecordMember property)
    {
        string name = property.CSharpName.StartsWith("@", StringComparison.Ordinal) ? property.CSharpName : CSharpIdentifier.Escape(property.CSharpName);
        string suffix = "." + name + (property.IsOptionalStruct ? ".ValueOrDefault" : string.Empty);
        return new MemberExpression(target, suffix, property.Type, target.IsSecret);
    }

    private ErrorExpression Unknown(string owner, string name, TextRange at, IEnumerable<string> known)
    {
        string[] names = [.. known];
        string hint = Nearest.Hint(name, names);
        return context.Fail(
            ExpressionDiagnostics.UnknownMember,
            at,
            owner,
            name,
            hint.Length > 0 ? hint : names.Length is > 0 and <= 12 ? $" It has {string.Join(", ", names)}." : string.Empty);
    }

    private static string HintForCall(string name) => FunctionTable.FindMethods(name).Count > 0 ? $" '{name}' is called: .{name}(…)." : string.Empty;

    private static CallExpression Call(string runtimeClass, string method, TypedExpression target, string name, TypeModel type, ExpressionPlace? place) =>
        new(new RuntimeMethod(runtimeClass, method), [target, LiteralExpression.Of(name)], type, target.IsSecret, place);
}
