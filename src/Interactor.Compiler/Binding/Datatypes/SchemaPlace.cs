using Interactor.Compiler.Model;

namespace Interactor.Compiler.Binding.Datatypes;

/// <summary>Where a schema stands, and what a type made from it would be called.</summary>
/// <param name="Owner">The C# name of the datatype whose class holds the schema's text.</param>
/// <param name="Pointer">The JSON pointer of this schema in that text (RFC 6901).</param>
/// <param name="Proposal">The name wanted for a type of its own.</param>
/// <param name="Claimed">The name is taken for this type already: it is the owner itself.</param>
internal sealed record SchemaPlace(string Owner, string Pointer, string Proposal, bool Claimed = false)
{
    public SchemaPlace Property(string name) =>
        new(Owner, $"{Pointer}/properties/{Escape(name)}", Proposal + Naming.PascalCase.Of(name));

    public SchemaPlace Items() => new(Owner, Pointer + "/items", Proposal + "Item");

    public SchemaPlace Values() => new(Owner, Pointer + "/additionalProperties", Proposal + "Value");

    public SchemaPlace Branch(string keyword, int index, string suffix) =>
        new(Owner, $"{Pointer}/{keyword}/{index.ToString(System.Globalization.CultureInfo.InvariantCulture)}", Proposal + suffix);

    public SchemaReference Reference => new(Owner, Pointer);

    private static string Escape(string name) => name.Replace("~", "~0").Replace("/", "~1");
}
