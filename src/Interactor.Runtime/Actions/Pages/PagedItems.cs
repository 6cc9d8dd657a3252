namespace Interactor.Runtime;

/// <summary>
/// The items of all pages of an action, each page asked for when the items of the one before are used up. <see cref="Pages"/> gives the pages
/// themselves. A failure ends the walk and takes nothing back; walking again begins with the first page.
/// </summary>
public sealed class PagedItems<TPage, TItem> : IAsyncEnumerable<TItem>
{
    private readonly Func<TPage, IReadOnlyList<TItem>?> _items;

    internal PagedItems(IAsyncEnumerable<TPage> pages, Func<TPage, IReadOnlyList<TItem>?> items)
    {
        Pages = pages;
        _items = items;
    }

    /// <summary>The pages: the output of the action once for each.</summary>
    public IAsyncEnumerable<TPage> Pages { get; }

    /// <inheritdoc/>
    public async IAsyncEnumerator<TItem> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        await foreach (TPage page in Pages.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            foreach (TItem item in _items(page) ?? [])
            {
                yield return item;
            }
        }
    }
}
