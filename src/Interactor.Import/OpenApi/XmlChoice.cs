using Interactor.Compiler.Binding.Xml;
using Interactor.Import.Documents;
using Interactor.Import.Model;

namespace Interactor.Import.OpenApi;

/// <summary>Whether a body that is XML can be typed by its schema, or stays text.</summary>
internal sealed class XmlChoice(ImportContext context, SchemaFacts facts)
{
    // A chain of references that is longer than this is a circle.
    private const int MaximumDepth = 100;

    /// <summary>Whether a body can be written: its schema has members or items, and a name for the root element.</summary>
    /// <param name="schema">The schema in the document.</param>
    /// <param name="input">The same as a member of the input.</param>
    public bool CanWrite(ImportedSchema? schema, ImportedSchema input) =>
        IsStructured(schema) && schema is ImportedSchema.Copied { Place: var place } && HasRootName(place, isCopied: input != schema);

    /// <summary>Whether a schema calls the document text, or bytes.</summary>
    public bool IsOpaque(ImportedSchema? schema) => facts.IsText(schema) || facts.IsBinary(schema);

    private bool IsStructured(ImportedSchema? schema) => facts.IsObject(schema) || facts.PlaceOf(schema)?.TextOf("type") == "array";

    // What is copied without its reference has lost the name of the datatype.
    private bool HasRootName(DocumentPlace place, bool isCopied)
    {
        DocumentPlace? at = place;
        for (int i = 0; at is not null && i < MaximumDepth; i++)
        {
            if (at.Find("xml")?.TextOf("name") is { } name)
            {
                return XmlFactsReader.IsName(name[(name.IndexOf(':', StringComparison.Ordinal) + 1)..]);
            }

            if (at.TextOf("$ref") is not { } reference)
            {
                return false;
            }

            if (!isCopied && XmlFactsReader.IsName(reference[(reference.LastIndexOf('/') + 1)..]))
            {
                return true;
            }

            at = context.References.Follow(at);
        }

        return false;
    }
}
