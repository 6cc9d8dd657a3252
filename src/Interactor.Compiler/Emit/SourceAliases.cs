namespace Interactor.Compiler.Emit;

/// <summary>
/// The namespaces that emitted code names by an alias (<c>iJ</c> and two colons). What stands before <c>::</c> is only looked up among aliases, so that
/// no type of a definition can hide it, and files stay small. No name that a definition can give begins with a small letter.
/// </summary>
public static class SourceAliases
{
    /// <summary>Each alias and its namespace.</summary>
    public static IReadOnlyList<(string Alias, string Namespace)> All { get; } =
    [
        ("iE", "Interactor.Runtime.Expressions"),
        ("iH", "Interactor.Runtime.Http"),
        ("iJ", "Interactor.Runtime.Json"),
        ("iR", "Interactor.Runtime"),
        ("iS", "Interactor.Runtime.Security"),
        ("sC", "System.Threading"),
        ("sG", "System.Collections.Generic"),
        ("sJ", "System.Text.Json"),
        ("sT", "System.Threading.Tasks"),
        ("s_", "System"),
    ];

    /// <summary>The alias of the namespace that the code itself stands in.</summary>
    public const string Own = "n_";

    /// <summary>The directives for those that a text names.</summary>
    /// <param name="own">The namespace of the code, its parts escaped.</param>
    public static string DirectivesFor(string code, string own) => string.Concat(All.Append((Alias: Own, Namespace: own))
        .Where(a => code.IndexOf(a.Alias + "::", StringComparison.Ordinal) >= 0)
        .Select(a => $"using {a.Alias} = global::{a.Namespace};\n"));

    /// <summary>The name with its namespace written out: <c>global::</c>, <c>Interactor.Runtime.Json</c>, <c>.JsonRead</c>.</summary>
    public static string Expand(string name) => name.IndexOf("::", StringComparison.Ordinal) is var at and > 0
        && All.FirstOrDefault(a => a.Alias == name.Substring(0, at)) is { Namespace: { } space }
        ? $"global::{space}.{name.Substring(at + 2)}"
        : name;
}
