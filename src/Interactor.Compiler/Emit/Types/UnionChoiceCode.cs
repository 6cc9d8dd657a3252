using Interactor.Compiler.Emit.Encoding;
using Interactor.Compiler.Model;

namespace Interactor.Compiler.Emit.Types;

/// <summary>Code that finds the case of a union from a scanner that stands at the value; below 0 where it is of none.</summary>
/// <param name="unknown">The number of the case for unknown tags.</param>
internal sealed class UnionChoiceCode(int unknown)
{
    private static readonly (JsonType Kind, string Name)[] Kinds =
    [
        (JsonType.String, "String"), (JsonType.Number, "Number"), (JsonType.Boolean, "Boolean"), (JsonType.Array, "Array"), (JsonType.Object, "Object"),
    ];

    private readonly List<string> _fields = [];

    /// <summary>The fields that the code needs.</summary>
    public IReadOnlyList<string> Fields => _fields;

    public string Emit(UnionChoiceModel choice) => choice switch
    {
        CaseChoice only => CSharpLiteral.Int(only.Case),
        KindChoice kinds => Switch(kinds),
        TagChoice tag => Find(RuntimeNames.JsonTagChoice, [CSharpLiteral.String(tag.Property), CSharpLiteral.Int(unknown), .. tag.Arms.Select(a => Arm(CSharpLiteral.String(a.Value), a.Case))]),
        KeyChoice { Otherwise: null } key => Keys(key),
        KeyChoice key => $"({Keys(key)} is >= 0 and var found ? found : {Emit(key.Otherwise)})",
        TrialChoice trial => Find(RuntimeNames.JsonTrialChoice, [trial.IsExact ? "true" : "false", .. trial.Arms.Select(a => Arm(JsonClassEmitter.SchemaCode(a.Schema), a.Case))]),
        _ => throw new InvalidOperationException("The hierarchy of choices is closed."),
    };

    private static string Arm(string key, int number) => $"({key}, {CSharpLiteral.Int(number)})";

    private string Keys(KeyChoice key) => Find(RuntimeNames.JsonKeyChoice, [.. key.Arms.Select(a => Arm(CSharpLiteral.String(a.Key), a.Case))]);

    private string Switch(KindChoice choice)
    {
        IEnumerable<string> arms = choice.Arms.Select(a =>
            $"{string.Join(" or ", Kinds.Where(k => (a.Kinds & k.Kind) != 0).Select(k => $"{RuntimeNames.JsonKinds}.{k.Name}"))} => {Emit(a.Choice)}");
        return $"s.Kind switch {{ {string.Join(", ", arms)}, _ => -1 }}";
    }

    private string Find(string type, IEnumerable<string> arguments)
    {
        string name = "Choice" + (_fields.Count == 0 ? "" : CSharpLiteral.Int(_fields.Count + 1));
        _fields.Add($"private static readonly {type} {name} = new({string.Join(", ", arguments)});");
        return name + ".Find(s)";
    }
}
