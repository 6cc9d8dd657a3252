using Interactor.Compiler.Emit.Encoding;
using Interactor.Compiler.Expressions.Emitting;
using Interactor.Compiler.Model;

namespace Interactor.Compiler.Emit.Types;

/// <summary>Writes the cheap test of a record: true only when its JSON certainly matches the schema.</summary>
internal static class CheckEmitter
{
    public const string Method = "IsSurelyValid";

    public static void Emit(CodeWriter code, RecordModel record)
    {
        string[] conditions = [.. record.Properties.Select(Condition).OfType<string>()];
        code.Line("/// <summary>A cheap test: true only when the JSON of the value certainly matches the schema.</summary>");
        code.Line($"public static bool {Method}({CSharpIdentifier.Escape(record.Name)} value) =>");
        code.Line($"    {(conditions.Length == 0 ? "true" : string.Join("\n        && ", conditions))};");
    }

    private static string? Condition(PropertyModel property)
    {
        string member = "value." + CSharpIdentifier.Escape(property.CSharpName);
        if (property.IsTriState)
        {
            return Test(property.Check!, property.Type, $"{member}.ValueOrDefault");
        }

        return property.ReadType.IsNullable ? Nullable(property.Check!, property.Type, member) : Test(property.Check!, property.Type, member);
    }

    private static string? Nullable(CheckModel check, TypeModel type, string value)
    {
        string inner = CSharpType.IsValueType(type) ? value + ".Value" : value;
        return Test(check, type.AsNonNull(), inner) is { } test ? $"({value} is null || {test})" : null;
    }

    // Null says that the type alone is proof.
    private static string? Test(CheckModel check, TypeModel type, string value) => check switch
    {
        _ when type.IsNullable => Nullable(check, type.AsNonNull(), value),
        TextCheck { Minimum: 0, Maximum: int.MaxValue } => $"{value} is not null",
        TextCheck text => $"{RuntimeNames.JsonCheck}.Length({value}, {text.Minimum}, {text.Maximum})",
        IntegerCheck { Minimum: long.MinValue, Maximum: long.MaxValue } => null,
        IntegerCheck integer => $"((long){value} is >= {CSharpLiteral.Long(integer.Minimum)} and <= {CSharpLiteral.Long(integer.Maximum)})",
        FiniteCheck => $"double.IsFinite({value})",
        KnownValueCheck => $"{value}.IsKnown",
        RecordCheck record => $"({value} is not null && {JsonCode.JsonClass(record.Name)}.{Method}({value}))",
        ListCheck list => $"{RuntimeNames.JsonCheck}.List({value}, {list.Minimum}, {list.Maximum}, static item => {Test(list.Items, ((ListTypeModel)type).Items, "item") ?? "true"})",
        _ => null,
    };
}
