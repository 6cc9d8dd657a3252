using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Emit.Encoding;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Naming;

/// <summary>
/// The names that a names file gives: paths of wire names to C# names. A path names a member (<c>Draft.subject</c>) or a type: a
/// datatype (<c>Draft</c>), items of a list (<c>Draft.labels[]</c>), values of a map (<c>Draft.scores{}</c>), and with
/// <c>:type</c> the type of a member (<c>Draft.sender:type</c>).
/// </summary>
internal sealed class NameOverrides
{
    private const string TypeMark = ":type";
    private const string RequestMark = ":request";

    private readonly BindingContext _context;
    private readonly Dictionary<string, ScalarNode> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ScalarNode> _places = new(StringComparer.Ordinal);
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);
    private readonly HashSet<string> _reported = new(StringComparer.Ordinal);

    public NameOverrides(BindingContext context, SyntaxNode? file)
    {
        _context = context;
        foreach (MappingEntry entry in context.ReadEntries(file, "a file of names"))
        {
            if (entry.Value is ScalarNode { Kind: ScalarKind.String } name && IsName(name.Text))
            {
                _names[entry.Key.Text] = name;
                _places[entry.Key.Text] = entry.Key;
            }
            else
            {
                context.Report(StructureDiagnostics.InvalidName, entry.Value, (entry.Value as ScalarNode)?.Text ?? "", "a C# name of at most 120 letters, digits and '_' that begins with a capital letter");
            }
        }
    }

    /// <summary>No name is given to anything.</summary>
    public bool IsEmpty => _names.Count == 0;

    /// <summary>The names given to types, as far as their paths alone tell.</summary>
    public IEnumerable<string> TypeNames => _names.Where(n => n.Key.IndexOf('.') < 0 || IsType(n.Key)).Select(n => n.Value.Text);

    /// <summary>The path of the type of whatever stands at a place.</summary>
    public static string TypePath(string place) => IsType(place) ? place : place + TypeMark;

    /// <summary>The name given to a path; null where none is.</summary>
    public string? Find(string path)
    {
        if (_names.Count > 0)
        {
            _asked.Add(path);
        }

        return _names.TryGetValue(path, out ScalarNode? name) ? name.Text : null;
    }

    /// <summary>The name given to a member: what is given to a datatype's goes for its face in requests too.</summary>
    public string? FindMember(string path) =>
        Find(path) ?? (path.IndexOf(RequestMark, StringComparison.Ordinal) is var at and >= 0 ? Find(path.Remove(at, RequestMark.Length)) : null);

    /// <summary>Reports that the name given to a path is taken.</summary>
    /// <param name="path">The path.</param>
    /// <param name="owner">What has the name.</param>
    public void ReportTaken(string path, string owner)
    {
        path = _names.ContainsKey(path) ? path : path.Replace(RequestMark, "");
        if (_reported.Add(path))
        {
            _context.Report(StructureDiagnostics.NameTaken, _names[path], _names[path].Text, owner);
        }
    }

    /// <summary>Reports that something wants, without being given it, a name that the file gives to a type.</summary>
    /// <param name="name">The name.</param>
    /// <param name="owner">What wants it.</param>
    public void ReportContested(string name, string owner)
    {
        if (_names.FirstOrDefault(n => (n.Key.IndexOf('.') < 0 || IsType(n.Key)) && n.Value.Text == name).Key is { } path)
        {
            ReportTaken(path, owner);
        }
    }

    /// <summary>Reports names for what does not exist. Called once everything is bound.</summary>
    public void ReportUnused()
    {
        foreach (string path in _names.Keys.Where(p => !_asked.Contains(p)).OrderBy(p => p, StringComparer.Ordinal))
        {
            _context.Report(StructureDiagnostics.NameForNothing, _places[path], path, Nearest.Hint(path, _asked));
        }
    }

    // The generated code's own short names begin with small letters, and '_' alone is a discard.
    private static bool IsName(string name) =>
        CSharpIdentifier.IsValid(name) && name[0] is not ('_' or (>= 'a' and <= 'z')) && name.Length <= PascalCase.MaximumLength;

    private static bool IsType(string path) =>
        path.EndsWith(TypeMark, StringComparison.Ordinal) || path.EndsWith("]", StringComparison.Ordinal) || path.EndsWith("}", StringComparison.Ordinal);
}
