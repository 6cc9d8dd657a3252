using Interactor.Compiler.Syntax;

namespace Interactor.Import.Writing;

/// <summary>
/// Turns <c>x-ms-enum: { values: [{ value, name, description }] }</c> into <c>x-enum-varnames</c> and <c>x-enum-descriptions</c>, in the
/// order of <c>enum</c>.
/// </summary>
internal static class MicrosoftEnum
{
    public static void Write(DefinitionWriter writer, MappingNode schema, SyntaxNode extension)
    {
        if (schema.Find("enum") is not SequenceNode values || (extension as MappingNode)?.Find("values") is not SequenceNode described)
        {
            return;
        }

        Dictionary<string, MappingNode> byValue = new(StringComparer.Ordinal);
        foreach (MappingNode item in described.Items.OfType<MappingNode>())
        {
            if (item.Find("value") is ScalarNode value)
            {
                byValue.TryAdd(value.Text, item);
            }
        }

        WriteList(writer, schema, "x-enum-varnames", values, byValue, "name");
        WriteList(writer, schema, "x-enum-descriptions", values, byValue, "description");
    }

    // The lists go with the values one by one, so that each value must have an entry.
    private static void WriteList(
        DefinitionWriter writer, MappingNode schema, string keyword, SequenceNode values, Dictionary<string, MappingNode> byValue, string member)
    {
        List<string> texts = [];
        foreach (SyntaxNode value in values.Items)
        {
            if (value is ScalarNode scalar && byValue.TryGetValue(scalar.Text, out MappingNode? item) && item.Find(member) is ScalarNode { Text.Length: > 0 } text)
            {
                texts.Add(text.Text);
            }
        }

        if (texts.Count > 0 && texts.Count == values.Items.Count && schema.Find(keyword) is null)
        {
            writer.Member(keyword, texts);
        }
    }
}
