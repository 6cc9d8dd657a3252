using Interactor.Compiler.Emit.Encoding;
using Interactor.Compiler.Expressions.Emitting;
using Interactor.Compiler.Model;

namespace Interactor.Compiler.Emit.Types;

/// <summary>Writes the cheap test of a type: true only when the JSON of a value certainly matches the schema.</summary>
internal sealed class CheckEmitter
{
    private const string Method = "IsSurelyValid";
    private const string True = "true";

    private readonly List<string> _rules = [];

    /// <summary>Whether the test of a record passes for every value.</summary>
    public static bool IsAlwaysTrue(RecordModel record) => new CheckEmitter().BodyOf(record, "") == True;

    /// <summary>Writes the test and what it needs; nothing for a record of which it is always true.</summary>
    /// <param name="csharpType">What the value is in C#.</param>
    public static void Emit(CodeWriter code, DatatypeModel type, string csharpType)
    {
        CheckEmitter emitter = new();
        string body = emitter.BodyOf(type, csharpType);
        if (type is RecordModel && body == True)
        {
            return;
        }

        code.Line();
        for (int i = 0; i < emitter._rules.Count; i++)
        {
            code.Line($"private static readonly {RuntimeNames.JsonTextRule} Rule{CSharpLiteral.Int(i + 1)} = new({emitter._rules[i]});");
            code.Line();
        }

        code.Line($"public static bool {MethodOf(type.Proof == ProofKind.TestAndReading)}({csharpType} v) => {body};");
    }

    /// <summary>The name of the test.</summary>
    /// <param name="isAsRead">It holds only of a value that was read.</param>
    public static string MethodOf(bool isAsRead) => isAsRead ? Method + "AsRead" : Method;

    private string BodyOf(DatatypeModel type, string csharpType) => type switch
    {
        RecordModel record => All([.. record.Properties.Select(Condition), Others(record.AdditionalProperties)]),
        TupleModel tuple => All([.. tuple.Items.Select(Condition), Rest(tuple.Rest)]),
        UnionModel union => Cases(union, csharpType),
        AliasModel alias => Test(alias.Check!, alias.Type, "v") ?? True,
        _ => throw new InvalidOperationException("No other datatype has a test."),
    };

    // Texts and lists that only have to be there are asked for together.
    private static string All(IEnumerable<string?> conditions)
    {
        const string IsThere = " is not null";
        string[] all = [.. conditions.OfType<string>()];
        string[] there = [.. all.Where(c => c.StartsWith("v.", StringComparison.Ordinal) && c.IndexOf(' ') == c.Length - IsThere.Length && c.EndsWith(IsThere, StringComparison.Ordinal)).Select(c => c.Substring(0, c.Length - IsThere.Length))];
        if (there.Length > 2)
        {
            all = [$"{RuntimeNames.JsonCheck}.AreThere({string.Join(", ", there)})", .. all.Except(there.Select(t => t + IsThere))];
        }

        return all.Length > 0 ? string.Join("\n\t\t&& ", all) : True;
    }

    private string Cases(UnionModel union, string name)
    {
        IEnumerable<string> arms = union.Cases.Select(c =>
            $"        {name}.{CSharpIdentifier.Escape(c.CSharpName)} one => {Test(c.Check!, c.Type, "one.Value") ?? "true"},\n");
        return $"v switch\n    {{\n{string.Concat(arms)}        _ => false,\n    }}";
    }

    private string? Condition(PropertyModel property)
    {
        if (property.Check is null)
        {
            return null;
        }

        string member = "v." + CSharpIdentifier.Escape(property.CSharpName);
        return property.IsTriState ? Test(property.Check!, property.Type, $"{member}.ValueOrDefault") : Test(property.Check!, property.ReadType, member);
    }

    private string? Condition(TupleItemModel item) =>
        Test(item.Check!, item.ReadType, $"v.{CSharpIdentifier.Escape(item.CSharpName)}{(item.IsTriState ? ".ValueOrDefault" : "")}");

    private string? Others(AdditionalPropertiesModel? others) => others is null or { Values: AnyTypeModel } or { Check: null } ? null
        : Nullable(new MapCheck(0, int.MaxValue, others.Check!), new MapTypeModel(others.Values), "v." + CSharpIdentifier.Escape(others.CSharpName));

    private string? Rest(TupleRestModel? rest) => rest is null ? null
        : Test(new ListCheck(0, int.MaxValue, rest.Check!), new ListTypeModel(rest.Items), "v." + CSharpIdentifier.Escape(rest.CSharpName));

    private string? Nullable(CheckModel check, TypeModel type, string value)
    {
        string inner = CSharpType.IsValueType(type) ? value + ".Value" : value;
        string? test = Test(check, type.AsNonNull(), inner);
        string isThere = $"{inner} is not null";
        return test is null || test == isThere ? null
            : $"({value} is null || {(test.StartsWith($"({isThere} && ", StringComparison.Ordinal) ? test.Substring(isThere.Length + 5, test.Length - isThere.Length - 6) : test)})";
    }

    // Null says that the type alone is proof.
    private string? Test(CheckModel check, TypeModel type, string value) => check switch
    {
        _ when type.IsNullable => Nullable(check, type.AsNonNull(), value),
        TypeCheck when type is ListTypeModel or MapTypeModel or StringTypeModel => $"{value} is not null",
        TextCheck text => Text(text, value),
        IntegerCheck integer => Integer(integer, value),
        NumberCheck { Minimum: { IsInclusive: true, Value: double.MinValue }, Maximum: { IsInclusive: true, Value: double.MaxValue } } =>
            $"double.IsFinite((double){value})",
        NumberCheck number =>
            $"((double){value} is >{Equal(number.Minimum)} {CSharpLiteral.Double(number.Minimum.Value)} and <{Equal(number.Maximum)} {CSharpLiteral.Double(number.Maximum.Value)})",
        KnownValueCheck => $"{value}.IsKnown",
        DefinedValueCheck => $"s_::Enum.IsDefined({value})",
        NamedCheck named => $"({value} is not null && {JsonCode.JsonClass(named.Name)}.{MethodOf(named.IsAsRead)}({value}))",
        ListCheck list => List(list, ((ListTypeModel)type).Items, value),
        MapCheck map => $"{RuntimeNames.JsonCheck}.Map({value}, {Range(map.Minimum, map.Maximum)}, static item => {Test(map.Values, ((MapTypeModel)type).Values, "item") ?? "true"})",
        _ => null,
    };

    private string Text(TextCheck check, string value)
    {
        List<string> tests = [];
        if (check.Minimum > 0 || check.Maximum < int.MaxValue)
        {
            tests.Add($"{RuntimeNames.JsonCheck}.Length({value}, {Range(check.Minimum, check.Maximum)})");
        }

        if (check.Pattern is not null || check.Format is not null)
        {
            tests.Add($"{Rule(check)}.Accepts({value})");
        }

        return tests.Count == 0 ? $"{value} is not null" : string.Join(" && ", tests) is var all && tests.Count > 1 ? $"({all})" : all;
    }

    private string Rule(TextCheck check)
    {
        string rule = (check.Pattern is null ? "null" : CSharpLiteral.String(check.Pattern)) + (check.Format is null ? "" : ", " + CSharpLiteral.String(check.Format));
        if (!_rules.Contains(rule))
        {
            _rules.Add(rule);
        }

        return "Rule" + CSharpLiteral.Int(_rules.IndexOf(rule) + 1);
    }

    private string List(ListCheck check, TypeModel items, string value)
    {
        string? item = Test(check.Items, items, "item");
        string list = $"{RuntimeNames.JsonCheck}.List({value}, {Range(check.Minimum, check.Maximum)}{(item is null ? "" : $", static item => {item}")})";
        return check.IsUnique ? $"({list} && {RuntimeNames.JsonCheck}.Unique({value}))" : list;
    }

    private static string? Integer(IntegerCheck check, string value)
    {
        string? range = check is { Minimum: long.MinValue, Maximum: long.MaxValue }
            ? null
            : $"((long){value} is >= {CSharpLiteral.Long(check.Minimum)} and <= {CSharpLiteral.Long(check.Maximum)})";
        string? factor = check.Factor == 1 ? null : $"(long){value} % {CSharpLiteral.Long(check.Factor)} == 0";
        return range is null || factor is null ? range ?? factor : $"({range} && {factor})";
    }

    private static string Range(int minimum, int maximum) => $"{CSharpLiteral.Int(minimum)}, {CSharpLiteral.Int(maximum)}";

    private static string Equal(NumberBound bound) => bound.IsInclusive ? "=" : "";
}
