namespace Interactor.Import.Writing;

/// <summary>A mapping or a list that is being written.</summary>
/// <param name="indent">The column of its entries.</param>
/// <param name="startsInLine">Its first entry stands behind the hyphen of a list.</param>
internal sealed class YamlFrame(bool isList, int indent, bool startsInLine)
{
    public bool IsList => isList;

    public int Indent => indent;

    public bool StartsInLine => startsInLine;

    public bool IsEmpty { get; set; } = true;
}
