using Interactor.Compiler.Syntax;

namespace Interactor.Import.Writing;

/// <summary>Writes the keywords that allow null so that they do not.</summary>
internal sealed class NullFilter(DefinitionWriter writer)
{
    /// <summary>False for keywords that say nothing about null, which are still to be written.</summary>
    public bool TryWrite(MappingEntry entry)
    {
        switch (entry.Key.Text)
        {
            case "nullable" or "x-nullable":
                return true;
            case "type" or "enum" when entry.Value is SequenceNode list && list.Items.Any(IsNull):
                writer.Key(entry.Key.Text);
                writer.BeginList();
                foreach (SyntaxNode item in list.Items.Where(i => !IsNull(i)))
                {
                    DataCopier.Copy(writer, item);
                }

                writer.EndList();
                return true;
            default:
                return false;
        }
    }

    private static bool IsNull(SyntaxNode node) => node is ScalarNode { Kind: ScalarKind.Null } or ScalarNode { Text: "null" };
}
