using Interactor.Compiler.Emit.Encoding;
using Interactor.Compiler.Expressions.Emitting;
using Interactor.Compiler.Model;

namespace Interactor.Compiler.Emit.Types;

/// <summary>
/// Writes the cheap tests of what a type itself asks of its parts, such as a length: true only when the JSON certainly matches. What the type
/// of a part or its contract says, whoever reads or visits it finds out.
/// </summary>
internal sealed class TestEmitter
{
    private readonly List<string> _rules = [];

    /// <summary>Writes the test of a record and what it needs; nothing where there is nothing to test.</summary>
    /// <param name="name">The record in C#.</param>
    public static void Emit(CodeWriter code, RecordModel record, string name)
    {
        TestEmitter tests = new();
        if (record.Proof == ProofKind.Parts && All([.. record.Properties.Select(tests.Of), tests.Of(record.AdditionalProperties)]) is { } test)
        {
            code.Line($"public static bool Test({name} v) => {test};");
            tests.EmitRules(code);
        }
    }

    /// <summary>The test of a tuple <c>v</c>; null where there is nothing to test.</summary>
    public string? Of(TupleModel tuple) => tuple.Proof != ProofKind.Parts ? null : All(
    [
        .. tuple.Items.Select(i => Of(i.Check!, i.ReadType, $"v.{CSharpIdentifier.Escape(i.CSharpName)}{(i.IsTriState ? ".ValueOrDefault" : "")}")),
        tuple.Rest is { } rest ? Of(new ListCheck(0, int.MaxValue, rest.Check!), new ListTypeModel(rest.Items), "v." + CSharpIdentifier.Escape(rest.CSharpName)) : null,
    ]);

    /// <summary>The test of a case of a union; null where there is nothing to test.</summary>
    /// <param name="value">The value in C#.</param>
    public string? Of(UnionCaseModel unionCase, string value) => unionCase.Check is null ? null : Of(unionCase.Check, unionCase.Type, value);

    /// <summary>The test of a value; null where its type says all.</summary>
    /// <param name="check">What is to be tested.</param>
    /// <param name="type">What the value is in C#.</param>
    /// <param name="value">The value in C#.</param>
    public string? Of(CheckModel check, TypeModel type, string value) => check switch
    {
        _ when type.IsNullable => OfNullable(check, type.AsNonNull(), value),
        TextCheck text => Text(text, value),
        IntegerCheck integer => Integer(integer, value),
        NumberCheck { Minimum: { IsInclusive: true, Value: double.MinValue }, Maximum: { IsInclusive: true, Value: double.MaxValue } } => null,
        NumberCheck number =>
            $"((double){value} is >{Equal(number.Minimum)} {CSharpLiteral.Double(number.Minimum.Value)} and <{Equal(number.Maximum)} {CSharpLiteral.Double(number.Maximum.Value)})",
        ListCheck list => List(list, ((ListTypeModel)type).Items, value),
        MapCheck map => Many("Map", value, map.Minimum, map.Maximum, Of(map.Values, ((MapTypeModel)type).Values, "item")),
        _ => null,
    };

    /// <summary>Writes, in a reader, what says that a value has not passed its test.</summary>
    /// <param name="test">The test; null where there is nothing to test.</param>
    public static void EmitDoubt(CodeWriter code, string? test)
    {
        if (test is not null)
        {
            code.Open(test == "false" ? "if (s.IsProving)" : $"if (s.IsProving && !({test}))");
            code.Line("s.Doubt();");
            code.Close();
            code.Line();
        }
    }

    /// <summary>Writes the fields that the tests need.</summary>
    public void EmitRules(CodeWriter code)
    {
        for (int i = 0; i < _rules.Count; i++)
        {
            code.Line($"private static readonly {RuntimeNames.JsonTextRule} Rule{CSharpLiteral.Int(i + 1)} = new({_rules[i]});");
        }
    }

    private static string? All(IEnumerable<string?> tests) => string.Join("\n\t\t&& ", tests.OfType<string>()) is { Length: > 0 } all ? all : null;

    private string? Of(PropertyModel property)
    {
        string member = "v." + CSharpIdentifier.Escape(property.CSharpName);
        return property.Check is null ? null
            : property.IsTriState ? Of(property.Check, property.Type, member + ".ValueOrDefault")
            : Of(property.Check, property.ReadType, member);
    }

    private string? Of(AdditionalPropertiesModel? others) => others is { Values: not AnyTypeModel, Check: { } check }
        ? OfNullable(new MapCheck(0, int.MaxValue, check), new MapTypeModel(others.Values), "v." + CSharpIdentifier.Escape(others.CSharpName))
        : null;

    private string? OfNullable(CheckModel check, TypeModel type, string value) =>
        Of(check, type, CSharpType.IsValueType(type) ? value + ".Value" : value) is { } test ? $"({value} is null || {test})" : null;

    private string? Text(TextCheck check, string value)
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

        return tests switch
        {
            [] => null,
            [var only] => only,
            _ => $"({string.Join(" && ", tests)})",
        };
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

    private string? List(ListCheck check, TypeModel items, string value)
    {
        string? list = Many("List", value, check.Minimum, check.Maximum, Of(check.Items, items, "item"));
        string? unique = check.IsUnique ? $"{RuntimeNames.JsonCheck}.Unique({value})" : null;
        return list is null || unique is null ? list ?? unique : $"({list} && {unique})";
    }

    private static string? Many(string kind, string value, int minimum, int maximum, string? item) => item is null && minimum <= 0 && maximum == int.MaxValue
        ? null
        : $"{RuntimeNames.JsonCheck}.{kind}({value}, {Range(minimum, maximum)}{(item is null ? "" : $", static item => {item}")})";

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
