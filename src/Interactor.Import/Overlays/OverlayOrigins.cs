using Interactor.Compiler.Syntax;
using Interactor.Compiler.Text;
using Interactor.Import.Documents;
using Interactor.Import.Findings;
using Interactor.Import.Model;
using Interactor.Import.Writing;

namespace Interactor.Import.Overlays;

/// <summary>
/// Finds the place in an overlay for a place in the definition that came out. The two have one shape: the keys of an overlay are those of
/// a definition, but for the actions, which an overlay can call by their old ids and by their paths.
/// </summary>
internal sealed class OverlayOrigins
{
    private readonly DocumentPlace _top;
    private readonly Dictionary<string, string> _actions;
    private readonly Dictionary<string, DocumentPlace> _definition = new(StringComparer.Ordinal);

    public OverlayOrigins(DocumentPlace top, ImportedConnector connector, IEnumerable<SourceFile> files)
    {
        _top = top;
        _actions = Actions(top, connector);
        foreach (SourceFile file in files)
        {
            if (DocumentReader.Read(file.Path, file, new FindingLog()) is { } document)
            {
                _definition.Add(file.Path, document.Top);
            }
        }
    }

    public OverlayOrigin Of(Location location)
    {
        if (!_definition.TryGetValue(location.Path, out DocumentPlace? definition))
        {
            return new OverlayOrigin(_top.Location, _top.Pointer, "#", IsWritten: false);
        }

        int start = location.Range.Start;
        DocumentPlace origin = location.Path == NamesFileWriter.FileName ? _top.Find("names") ?? _top : _top;
        bool isWritten = true, isKey = false;
        while (!isKey && Inner(definition, start) is { } inner)
        {
            DocumentPlace? next = isWritten ? Find(origin, inner) : null;
            isWritten = next is not null;
            origin = next ?? origin;
            isKey = start < inner.Location.Range.Start;
            definition = inner;
        }

        Location place = !isWritten || isKey ? OverlayPlace.KeyOf(origin) : Part(definition.Node, origin.Node, location.Range);
        return new OverlayOrigin(place, origin.Pointer, definition.Pointer, isWritten && origin.Parent is not null);
    }

    // The keys of the overlay by the ids that their actions have now.
    private static Dictionary<string, string> Actions(DocumentPlace top, ImportedConnector connector)
    {
        Dictionary<string, string> keys = new(StringComparer.Ordinal);
        ILookup<string, ImportedAction>? byOrigin = null;
        HashSet<string> ids = [.. connector.Actions.Select(a => a.Id)];
        foreach (DocumentPlace entry in top.Find("actions")?.Members ?? [])
        {
            string? id = entry.TextOf("id") ?? (ids.Contains(entry.Token) ? entry.Token : null);
            byOrigin ??= connector.Actions.ToLookup(a => $"{a.Origin.Method} {a.Origin.Path}", StringComparer.Ordinal);
            if ((id ?? byOrigin[entry.Token].FirstOrDefault()?.Id) is { } known)
            {
                keys.TryAdd(known, entry.Token);
            }
        }

        return keys;
    }

    /// <summary>The member or item at an offset, its key included.</summary>
    private static DocumentPlace? Inner(DocumentPlace place, int offset) =>
        place.Members.Concat(place.Items).FirstOrDefault(m => OverlayPlace.KeyOf(m).Range.Start <= offset && offset < m.Location.Range.End);

    private DocumentPlace? Find(DocumentPlace origin, DocumentPlace inner)
    {
        bool isAction = origin.Token == "actions" && ReferenceEquals(origin.Parent, _top);
        string token = isAction ? _actions.GetValueOrDefault(inner.Token, inner.Token) : inner.Token;
        return origin.Find(token) ?? origin.Items.FirstOrDefault(i => i.Token == token);
    }

    // The same characters of a text that stands in both, however each is quoted.
    private static Location Part(SyntaxNode definition, SyntaxNode origin, TextRange range) =>
        definition is ScalarNode text && origin is ScalarNode written && text.Text == written.Text && range != text.Range
            ? written.Locate(IndexOf(text, range.Start), IndexOf(text, range.End) - IndexOf(text, range.Start))
            : origin.Location;

    private static int IndexOf(ScalarNode text, int offset)
    {
        int low = 0, high = text.Text.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = text.OffsetOf(middle) < offset ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
