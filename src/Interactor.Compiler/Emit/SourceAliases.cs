using System.Text;

namespace Interactor.Compiler.Emit;

/// <summary>
/// The namespaces and types that emitted code names by an alias: what is named most, so that files stay small. What stands before <c>::</c> is
/// only looked up among aliases; a type's alias is looked up in the namespace of the code, where no name that a definition can give begins with
/// a small letter.
/// </summary>
public static class SourceAliases
{
    /// <summary>The alias of the namespace that the code itself stands in.</summary>
    public const string Own = "n_";

    private static readonly Dictionary<string, int> Numbers = new(StringComparer.Ordinal);

    static SourceAliases()
    {
        foreach ((string alias, _) in All)
        {
            Numbers.Add(alias, Numbers.Count);
        }

        Numbers.Add(Own, Numbers.Count);
    }

    /// <summary>Each alias of two letters, and what it stands for.</summary>
    public static IReadOnlyList<(string Alias, string Target)> All { get; } =
    [
        ("iE", "Interactor.Runtime.Expressions"),
        ("iH", "Interactor.Runtime.Http"),
        ("iJ", "Interactor.Runtime.Json"),
        ("iR", "Interactor.Runtime"),
        ("iS", "Interactor.Runtime.Security"),
        ("iX", "Interactor.Runtime.Xml"),
        ("sC", "System.Threading"),
        ("sG", "System.Collections.Generic"),
        ("sJ", "System.Text.Json"),
        ("sT", "System.Threading.Tasks"),
        ("s_", "System"),

        ("eC", "Interactor.Runtime.Expressions.ConvertFunctions"),
        ("jA", "System.Text.Json.Serialization.JsonConverterAttribute"),
        ("jC", "Interactor.Runtime.Json.JsonCheck"),
        ("jD", "Interactor.Runtime.Json.ExtensionData"),
        ("jE", "Interactor.Runtime.Json.JsonEmit"),
        ("jF", "Interactor.Runtime.Json.JsonFacts"),
        ("jK", "Interactor.Runtime.Json.JsonContracts"),
        ("jL", "Interactor.Runtime.Json.JsonWalk"),
        ("jN", "System.Diagnostics.CodeAnalysis.MaybeNullWhenAttribute"),
        ("jP", "Interactor.Runtime.Json.MemberText"),
        ("jR", "Interactor.Runtime.Json.JsonRead"),
        ("jS", "Interactor.Runtime.Json.JsonScanner"),
        ("jV", "Interactor.Runtime.Json.JsonValue"),
        ("jW", "System.Text.Json.Utf8JsonWriter"),
        ("jX", "Interactor.Runtime.Json.JsonSchema"),
        ("rB", "Interactor.Runtime.Http.RequestBuilder"),
        ("rC", "Interactor.Runtime.ActionContext"),
        ("rO", "Interactor.Runtime.ActionOptions"),
        ("sB", "System.Text.StringBuilder"),
        ("sX", "System.Threading.CancellationToken"),
    ];

    /// <summary>The directives for those that a text names, or seems to.</summary>
    /// <param name="code">The code.</param>
    /// <param name="own">The namespace of the code, its parts escaped.</param>
    public static string DirectivesFor(string code, string own)
    {
        bool[] isNamed = new bool[Numbers.Count];
        for (int i = 0; i + 1 < code.Length; i++)
        {
            if (code[i] is >= 'a' and <= 'z' && code[i + 1] is (>= 'A' and <= 'Z') or '_'
                && (i == 0 || !(IsOfName(code[i - 1]) || code[i - 1] is '.' or '@')) && (i + 2 == code.Length || !IsOfName(code[i + 2]))
                && Numbers.TryGetValue(code.Substring(i, 2), out int number))
            {
                isNamed[number] = true;
            }
        }

        StringBuilder directives = new();
        foreach ((string alias, string target) in All.Append((Own, own)).Where((_, i) => isNamed[i]))
        {
            directives.Append("using ").Append(alias).Append(" = global::").Append(target).Append(";\n");
        }

        return directives.ToString();
    }

    /// <summary>The name of a type with its alias written out: <c>global::</c>, <c>Interactor.Runtime.Json</c>, <c>.JsonRead</c>.</summary>
    public static string Expand(string name)
    {
        int at = name.IndexOf("::", StringComparison.Ordinal);
        return All.FirstOrDefault(a => a.Alias == (at < 0 ? name : name.Substring(0, at))) is { Target: { } target }
            ? $"global::{target}{(at < 0 ? "" : "." + name.Substring(at + 2))}"
            : name;
    }

    private static bool IsOfName(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_';
}
