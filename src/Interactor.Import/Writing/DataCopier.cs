using Interactor.Compiler.Syntax;

namespace Interactor.Import.Writing;

/// <summary>Copies values of a document: whatever they hold, they mean nothing but themselves.</summary>
internal static class DataCopier
{
    public static void Copy(DefinitionWriter writer, SyntaxNode node)
    {
        switch (node)
        {
            case MappingNode mapping:
                writer.BeginMapping();
                foreach (MappingEntry entry in mapping.Entries)
                {
                    writer.Key(entry.Key.Text);
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
            case ScalarNode scalar:
                CopyScalar(writer, scalar);
                break;
        }
    }

    private static void CopyScalar(DefinitionWriter writer, ScalarNode scalar)
    {
        switch (scalar.Kind)
        {
            case ScalarKind.Null:
                writer.Null();
                break;
            case ScalarKind.Boolean:
                writer.Boolean(scalar.Text[0] is 't' or 'T');
                break;
            case ScalarKind.Integer or ScalarKind.Float when JsonNumber.TryNormalize(scalar.Text, out string number):
                writer.Number(number);
                break;
            default:
                writer.Text(scalar.Text);
                break;
        }
    }
}
