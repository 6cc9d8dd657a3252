using Interactor.Import.Model;

namespace Interactor.Import.Naming;

/// <summary>The variables of a connector while readers ask for them. Equal ones are one.</summary>
internal sealed class VariableTable
{
    private readonly UniqueNames _names = new();
    private readonly List<ImportedVariable> _variables = [];

    /// <summary>In the order of their names.</summary>
    public IReadOnlyList<ImportedVariable> All => [.. _variables.OrderBy(v => v.Name, StringComparer.Ordinal)];

    /// <summary>A name for what a document calls so: words joined by underscores.</summary>
    public static string NameOf(string text)
    {
        string name = string.Join('_', Words.Of(text));
        return name.Length == 0 ? "value" : char.IsAsciiDigit(name[0]) ? "_" + name : name.Length > 60 ? name[..60].TrimEnd('_') : name;
    }

    /// <summary>Adds a variable and gives the name that it got.</summary>
    /// <param name="variable">Its name is a proposal; another one with the same name and content is the same variable.</param>
    public string Add(ImportedVariable variable)
    {
        if (_variables.Find(v => v.Name == variable.Name) is { } same && Equal(same, variable))
        {
            return same.Name;
        }

        string name = _names.Claim([variable.Name], "_");
        _variables.Add(variable with { Name = name });
        return name;
    }

    private static bool Equal(ImportedVariable a, ImportedVariable b) =>
        a with { Choices = [], AskFor = [] } == b with { Choices = [], AskFor = [] }
        && a.Choices.SequenceEqual(b.Choices)
        && a.AskFor.SequenceEqual(b.AskFor);
}
