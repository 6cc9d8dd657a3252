using Interactor.Compiler.Binding.Naming;
using Interactor.Compiler.Expressions;
using Interactor.Compiler.Model;

namespace Interactor.Compiler.Binding.Datatypes;

/// <summary>The generated types of one connector: names taken, and what expressions may ask of a record.</summary>
internal sealed class TypeTable(NameOverrides overrides) : ITypeCatalogue
{
    private const string JsonClass = "Json";

    private readonly Dictionary<string, DatatypeModel> _types = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _owners = new(StringComparer.OrdinalIgnoreCase);
    private NameScope _names = new([]);

    /// <summary>Sets the names that types may not take: those of the client and its parts.</summary>
    public void Reserve(IEnumerable<string> names)
    {
        _names = new NameScope(names);
        _names.Hold(overrides.TypeNames);
    }

    /// <summary>Takes a name for a type.</summary>
    /// <param name="proposal">The name wanted, unless the names file gives another.</param>
    /// <param name="path">What the names file calls the type.</param>
    public string Claim(string proposal, string path)
    {
        string? given = overrides.Find(path);
        if (given is not null && _names.TryClaim(given, JsonClass))
        {
            _owners[given] = path;
            return given;
        }

        if (given is not null)
        {
            overrides.ReportTaken(path, _owners.TryGetValue(given, out string? owner) ? owner : "something that C# or the generated code needs");
        }
        else if (_names.IsHeld(proposal))
        {
            overrides.ReportContested(proposal, path);
        }

        string name = _names.Claim(proposal, "Model", JsonClass);
        _owners[name] = path;
        return name;
    }

    public void Add(DatatypeModel type) => _types[type.Name] = type;

    public DatatypeModel? Find(string name) => _types.TryGetValue(name, out DatatypeModel? type) ? type : null;

    /// <summary>Every type, by name.</summary>
    public EquatableArray<DatatypeModel> All() => _types.Values.OrderBy(t => t.Name, StringComparer.Ordinal).ToEquatableArray();

    public RecordShape? FindRecord(string csharpName) =>
        Find(csharpName) is RecordModel record
            ? new RecordShape(
                record.Name,
                record.Properties.Select(p => new RecordMember(p.JsonName, p.CSharpName, p.ReadType, p.IsTriState)).ToEquatableArray(),
                record.AdditionalProperties is not null)
            : null;
}
