using Interactor.Compiler.Syntax;
using Interactor.Import.Model;

namespace Interactor.Import.Writing;

/// <summary>Copies parts of a definition that a person wrote: unlike data of a document, they keep the expressions in them.</summary>
internal static class DefinitionCopier
{
    public static void Copy(DefinitionWriter writer, SyntaxNode node)
    {
        switch (node)
        {
            case MappingNode mapping:
                writer.BeginMapping();
                foreach (MappingEntry entry in mapping.Entries)
                {
                    writer.Key(DefinitionText.OfDefinition(entry.Key.Text));
                    Copy(writer, entry.Value);
                }

                writer.EndMapping();
                break;
            case SequenceNode sequence:
                writer.BeginList();
                foreach (SyntaxNode item in sequence.Items)
                {
                    Copy(writer, item);
                }

                writer.EndList();
                break;
            case ScalarNode { Kind: ScalarKind.String } text:
                writer.Text(DefinitionText.OfDefinition(text.Text));
                break;
            default:
                // Numbers, booleans and null hold no expressions.
                DataCopier.Copy(writer, node);
                break;
        }
    }
}
