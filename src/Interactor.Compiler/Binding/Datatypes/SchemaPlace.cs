using System.Globalization;
using Interactor.Compiler.Binding.Naming;
using Interactor.Compiler.Model;

namespace Interactor.Compiler.Binding.Datatypes;

/// <summary>Where a schema stands, and what a type made from it would be called.</summary>
internal sealed record SchemaPlace
{
    private readonly SchemaPlace? _around;
    private readonly string _name = "";
    private string? _proposal;
    private string? _path;

    public SchemaPlace(string owner, string pointer, string proposal, string path)
    {
        Owner = owner;
        Pointer = pointer;
        Proposal = proposal;
        Path = path;
    }

    // Most properties have no type of their own, so what one would be called is put together when it is asked for.
    private SchemaPlace(SchemaPlace around, string name)
    {
        _around = around;
        _name = name;
        Owner = around.Owner;
        Pointer = $"{around.Pointer}/properties/{Escape(name)}";
        Label = name;
    }

    /// <summary>The C# name of the datatype whose class holds the schema's text.</summary>
    public string Owner { get; init; }

    /// <summary>The JSON pointer of this schema in that text (RFC 6901).</summary>
    public string Pointer { get; init; }

    /// <summary>The name wanted for a type of its own.</summary>
    public string Proposal
    {
        get => _proposal ??= _around!.Proposal + PascalCase.Of(_name);
        init => _proposal = value;
    }

    /// <summary>What a names file calls this place: wire names joined by dots.</summary>
    public string Path
    {
        get => _path ??= $"{_around!.Path}.{_name}";
        init => _path = value;
    }

    /// <summary>The name is taken for this type already: it is the owner itself.</summary>
    public bool IsClaimed { get; init; }

    /// <summary>The property that leads here, by its wire name: types of one shape under one name are one type. Null where none does.</summary>
    public string? Label { get; init; }

    public SchemaReference Reference => new(Owner, Pointer);

    public static SchemaPlace OfOwner(string csharpName, string path) => new(csharpName, "", csharpName, path) { IsClaimed = true };

    public SchemaPlace Property(string name) => new(this, name);

    public SchemaPlace Items() => Inside("/items", "[]", Singular.Of(Proposal, Label) ?? Proposal + "Item");

    public SchemaPlace PrefixItem(int index) =>
        Inside("/prefixItems/" + Text(index), $"[{Text(index)}]", Proposal + "Item" + Text(index + 1));

    public SchemaPlace Values() => Inside("/additionalProperties", "{}", Singular.Of(Proposal, Label) ?? Proposal + "Value");

    public SchemaPlace PatternValues(string pattern) =>
        Inside("/patternProperties/" + Escape(pattern), "{}", Singular.Of(Proposal, Label) ?? Proposal + "Value");

    /// <summary>The schema of the members' names.</summary>
    public SchemaReference Names => new(Owner, Pointer + "/propertyNames");

    /// <summary>A schema that applies to the same value.</summary>
    public SchemaPlace Branch(string keyword, int index) => this with { Pointer = $"{Pointer}/{keyword}/{Text(index)}" };

    /// <summary>A case of a union.</summary>
    public SchemaPlace Case(string name) =>
        this with { Proposal = Proposal + name, Path = $"{Path}.{name}", Label = Label is null ? null : $"{Label}|{name}", IsClaimed = false };

    public bool Equals(SchemaPlace? other) => other is not null
        && (ReferenceEquals(this, other)
            || (Owner == other.Owner && Pointer == other.Pointer && Proposal == other.Proposal && Path == other.Path && IsClaimed == other.IsClaimed && Label == other.Label));

    public override int GetHashCode() => unchecked((Owner.GetHashCode() * 31) + Pointer.GetHashCode());

    private SchemaPlace Inside(string pointer, string path, string proposal) =>
        new(Owner, Pointer + pointer, proposal, Path + path) { Label = Label is null ? null : Label + path };

    private static string Escape(string name) => name.Replace("~", "~0").Replace("/", "~1");

    private static string Text(int index) => index.ToString(CultureInfo.InvariantCulture);
}
