using Interactor.Compiler.Binding.Naming;
using Interactor.Compiler.Expressions;
using Interactor.Compiler.Model;

namespace Interactor.Compiler.Binding.Datatypes;

/// <summary>The generated types of one connector: names taken, and what expressions may ask of a record.</summary>
internal sealed class TypeTable : ITypeCatalogue
{
    private readonly Dictionary<string, DatatypeModel> _types = new(StringComparer.Ordinal);
    private NameScope _names = new([]);

    /// <summary>Sets the names that types may not take: those of the client and its parts.</summary>
    public void Reserve(IEnumerable<string> names) => _names = new NameScope(names);

    public string Claim(string proposal) => _names.Claim(proposal, "Model", "Json");

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
