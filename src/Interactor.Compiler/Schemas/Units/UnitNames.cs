using System.Globalization;
using System.Text;
using Interactor.Compiler.Schemas.Resources;

namespace Interactor.Compiler.Schemas.Units;

/// <summary>
/// Names units: after their definition, their anchor or their file, else after where they stand. What decides between two that want the same
/// name is where they are, never in which order they stand.
/// </summary>
internal sealed class UnitNames
{
    private static readonly string[] Extensions = [".json", ".yaml", ".yml", ".schema"];

    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int> _numbers = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<SchemaLocation, string> _given = [];

    /// <summary>Names a unit that the host has a name for.</summary>
    public void Give(SchemaUnit unit, string name)
    {
        unit.Key = name;
        _taken.Add(name);
        _given[unit.Location] = name;
    }

    /// <summary>Names all the others.</summary>
    public void NameAll(IEnumerable<SchemaUnit> units)
    {
        List<SchemaUnit> nameless = [.. units.Where(u => u.Key.Length == 0)];
        IEnumerable<SchemaUnit> ordered = nameless.Count < 2 ? nameless : nameless
            .OrderBy(u => u.IsStart ? 0 : 1)
            .ThenBy(u => u.Location.Resource.Uri, StringComparer.Ordinal)
            .ThenBy(u => u.Location.Pointer, StringComparer.Ordinal)
            .ThenBy(u => u.Scope.Key, StringComparer.Ordinal);
        foreach (SchemaUnit unit in ordered)
        {
            unit.Key = Claim(Safe(Proposal(unit.Location) + (unit.IsWithoutUnion ? ".base" : "")), unit.Location.Resource);
        }
    }

    /// <summary>The name of a file or URI without its folders and endings.</summary>
    public static string StemOf(string uri)
    {
        string path = uri.Split('?')[0].TrimEnd('/');
        string stem = SchemaUri.Decode(path.Substring(path.LastIndexOfAny(['/', ':']) + 1));
        foreach (string extension in Extensions)
        {
            if (stem.Length > extension.Length && stem.EndsWith(extension, StringComparison.OrdinalIgnoreCase))
            {
                stem = stem.Substring(0, stem.Length - extension.Length);
            }
        }

        return stem.Length == 0 ? "schema" : stem;
    }

    private string Claim(string proposal, SchemaResource resource)
    {
        if (_taken.Add(proposal))
        {
            return proposal;
        }

        string qualified = Safe($"{StemOf(resource.Uri)}.{proposal}");
        if (_taken.Add(qualified))
        {
            return qualified;
        }

        string name;
        int number = _numbers.TryGetValue(qualified, out int last) ? last : 1;
        do
        {
            number++;
            name = qualified + number.ToString(CultureInfo.InvariantCulture);
        }
        while (!_taken.Add(name));

        _numbers[qualified] = number;
        return name;
    }

    private string Proposal(SchemaLocation location)
    {
        if (_given.TryGetValue(location, out string? given))
        {
            return given;
        }

        if (location.Place is { IsDefinition: true, Name: { } name })
        {
            return name.Text;
        }

        if (location.Anchor is { } anchor)
        {
            return anchor;
        }

        if (location.IsResourceRoot)
        {
            return StemOf(location.Resource.Uri);
        }

        return location is { Parent: { } parent, Place: { } place }
            ? $"{Proposal(parent)}.{Step(place, location)}"
            : SchemaPointer.Segments(location.Pointer).LastOrDefault(s => s.Length > 0 && !s.All(char.IsDigit)) ?? StemOf(location.Resource.Uri);
    }

    private static string Step(Subschema place, SchemaLocation location) => place.Keyword switch
    {
        "properties" when place.Name is { } name => name.Text,
        "items" or "prefixItems" or "additionalItems" or "contains" or "unevaluatedItems" => "item" + NumberOf(location),
        "additionalProperties" or "patternProperties" or "unevaluatedProperties" => "value",
        _ => place.Keyword + (place.Name is { } name ? "." + name.Text : NumberOf(location)),
    };

    private static string NumberOf(SchemaLocation location)
    {
        string last = location.Pointer.Substring(location.Pointer.LastIndexOf('/') + 1);
        return int.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out int index) ? (index + 1).ToString(CultureInfo.InvariantCulture) : "";
    }

    // Names are steps of JSON Pointers inside URIs; what has a meaning there is left out.
    public static string Safe(string name)
    {
        StringBuilder safe = new(name.Length);
        foreach (char c in name)
        {
            safe.Append(char.IsLetterOrDigit(c) || c is '.' or '-' or '_' ? c : '_');
        }

        return safe.Length == 0 ? "schema" : safe.ToString();
    }
}
