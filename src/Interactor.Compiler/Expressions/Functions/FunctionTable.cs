namespace Interactor.Compiler.Expressions.Functions;

/// <summary>Every function of the language, by name.</summary>
internal static class FunctionTable
{
    /// <summary>The group that the connector's own functions stand in.</summary>
    public const string Scripts = "scripts";

    // Named by the language, built later.
    private static readonly string[] Reserved = ["xml", "sign", "verify", "jwt", "saml2", "sigv4"];

    public static IReadOnlyList<FunctionEntry> All { get; } =
    [
        .. ConversionFunctions.All,
        .. TextFunctions.All,
        .. EncodingFunctions.All,
        .. TimeFunctions.All,
        .. HashFunctions.All,
    ];

    private static readonly ILookup<string, FunctionEntry> ByName = All.Where(f => f.Name[0] != '.').ToLookup(f => f.Name, StringComparer.Ordinal);

    private static readonly ILookup<string, FunctionEntry> ByMethodName = All.Where(f => f.IsMethod).ToLookup(f => f.MethodName, StringComparer.Ordinal);

    private static readonly HashSet<string> Groups = new(
        ByName.Select(g => g.Key).Where(n => n.IndexOf('.') >= 0).Select(n => n.Substring(0, n.IndexOf('.'))).Concat(Reserved).Append(Scripts), StringComparer.Ordinal);

    public static IEnumerable<string> Names => ByName.Select(g => g.Key);

    public static IEnumerable<string> MethodNames => ByMethodName.Select(g => g.Key);

    public static bool IsGroup(string name) => Groups.Contains(name);

    /// <summary>The language names the function, and this version does not carry it out.</summary>
    public static bool IsReserved(string name) => Array.Exists(Reserved, r => name == r || name.StartsWith(r + ".", StringComparison.Ordinal));

    public static IReadOnlyList<FunctionEntry> Find(string name) => [.. ByName[name]];

    public static IReadOnlyList<FunctionEntry> FindMethods(string name) => [.. ByMethodName[name]];
}
