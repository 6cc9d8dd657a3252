using Interactor.Runtime.Http;

namespace Interactor.Runtime;

/// <summary>The place of one page in what a provider gives page by page. It stays the same through all attempts of the page's request.</summary>
public sealed class PagePlace
{
    internal PagePlace(int index, string key)
    {
        Index = index;
        Key = key;
    }

    /// <summary>The cursor that the page before gave; on the first page where the list begins, or null.</summary>
    public string? Cursor { get; internal init; }

    /// <summary>The number of the page, or of its first item.</summary>
    public long Number { get; internal init; }

    /// <summary>How many pages came before.</summary>
    internal int Index { get; }

    /// <summary>What tells this place from every other one.</summary>
    internal string Key { get; }

    /// <summary>The URL of the page, where the page before gave it whole.</summary>
    internal Uri? Link { get; init; }

    /// <summary>Writes the page's request, where it is another one than that of the first page.</summary>
    internal Action<RequestBuilder, ActionContext>? Request { get; init; }
}
