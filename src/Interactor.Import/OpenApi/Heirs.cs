using Interactor.Compiler.Syntax;
using Interactor.Import.Documents;

namespace Interactor.Import.OpenApi;

/// <summary>
/// The schemas that extend another one by <c>allOf</c>. A base with a discriminator does not mention them, and cannot be read without them.
/// </summary>
internal sealed class Heirs(ImportContext context, DatatypeHome home)
{
    private Dictionary<SyntaxNode, List<DocumentPlace>>? _byBase;

    public IReadOnlyList<DocumentPlace> Of(DocumentPlace schema)
    {
        if (schema.Find("discriminator") is null)
        {
            return [];
        }

        return (_byBase ??= Build()).GetValueOrDefault(schema.Node) ?? [];
    }

    private Dictionary<SyntaxNode, List<DocumentPlace>> Build()
    {
        Dictionary<SyntaxNode, List<DocumentPlace>> byBase = [];
        foreach (DocumentPlace schema in home.All)
        {
            foreach (DocumentPlace part in schema.Find("allOf")?.Items ?? [])
            {
                if (part.TextOf("$ref") is { } reference && context.References.Find(part.Document, reference) is { } target)
                {
                    if (!byBase.TryGetValue(target.Node, out List<DocumentPlace>? heirs))
                    {
                        byBase.Add(target.Node, heirs = []);
                    }

                    heirs.Add(schema);
                }
            }
        }

        return byBase;
    }
}
