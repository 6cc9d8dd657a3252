using Interactor.Compiler.Syntax;
using Interactor.Import.Documents;
using Interactor.Import.Naming;

namespace Interactor.Import.OpenApi;

/// <summary>
/// The names of datatypes. Schemas of the document keep theirs; those from elsewhere are named after the place where they stand, in the
/// order of files and pointers.
/// </summary>
internal sealed class DatatypeNames
{
    // Steps of a pointer that every way to a schema has.
    private static readonly HashSet<string> Silent = new(StringComparer.Ordinal)
    {
        "paths", "content", "schema", "components", "schemas", "definitions", "properties", "responses", "parameters", "requestBodies", "headers",
        "application/json", "$defs", "x-ms-paths",
    };

    private readonly Dictionary<SyntaxNode, string> _names = [];

    private DatatypeNames()
    {
    }

    public static DatatypeNames Of(DatatypeHome home, IReadOnlyCollection<DocumentPlace> promoted)
    {
        DatatypeNames names = new();
        UniqueNames taken = new();
        foreach (DocumentPlace own in home.All)
        {
            taken.Reserve(own.Token);
            names._names.TryAdd(own.Node, own.Token);
        }

        foreach (DocumentPlace place in promoted.OrderBy(p => p.Document.Name, StringComparer.Ordinal).ThenBy(p => p.Pointer, StringComparer.Ordinal))
        {
            string stem = Pascal(place.Document.Name.Split('/')[^1].Split('.')[0]);
            string own = NameOf(place);
            names._names.Add(place.Node, taken.Claim(own.Length == 0 ? [stem.Length == 0 ? "Schema" : stem] : [own, stem + own], ""));
        }

        return names;
    }

    public string Of(DocumentPlace schema) => _names[schema.Node];

    private static string NameOf(DocumentPlace place)
    {
        List<string> steps = [];
        for (DocumentPlace at = place; at.Parent is { } above; at = above)
        {
            steps.Add(at.Token);
        }

        steps.Reverse();

        // A schema with a name of its own in a file beside needs no more than that.
        int kept = steps.FindLastIndex(s => s is "schemas" or "definitions" or "$defs");
        IEnumerable<string> meaningful = (kept >= 0 && kept < steps.Count - 1 ? steps.Skip(kept + 1) : steps).Where(s => !Silent.Contains(s));
        string name = string.Concat(meaningful.Select(Pascal));
        string ending = kept >= 0 ? "" : steps.Contains("responses") ? "Response" : steps.Contains("requestBody") || steps.Contains("requestBodies") ? "Body" : "";
        return name.Length > 100 ? name[..100] + ending : name.Length == 0 ? "" : name + ending;
    }

    private static string Pascal(string text) =>
        string.Concat(text.Split([.. " _-./{}~$@#:;,+*?!'\"()[]<>=&%|\\^`"], StringSplitOptions.RemoveEmptyEntries).Select(w => char.ToUpperInvariant(w[0]) + w[1..]));
}
