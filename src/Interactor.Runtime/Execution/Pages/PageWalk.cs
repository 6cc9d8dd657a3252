namespace Interactor.Runtime.Execution;

/// <summary>One walk through the pages of an action. It holds on to two places and never to a page.</summary>
internal sealed class PageWalk
{
    private PageTrail? _trail;

    /// <summary>Whether one page is all that is wanted, and the place of the next one is nobody's concern.</summary>
    public bool EndsHere { get; init; }

    /// <summary>The place of the page that is asked for; null before the first one.</summary>
    public PagePlace? Place { get; set; }

    /// <summary>The place of the page after it, once that is known.</summary>
    public PagePlace? Next { get; set; }

    /// <summary>The URL that the page came from; null for a page of several requests.</summary>
    public Uri? Url { get; set; }

    /// <summary>Goes on to the next page.</summary>
    /// <returns>Whether there is one.</returns>
    /// <exception cref="InteractorException"><see cref="ErrorCode.ProviderError"/>: it is a page that was there before.</exception>
    public bool MoveNext()
    {
        if (Next is not { } next)
        {
            return false;
        }

        if (_trail is null)
        {
            _trail = new PageTrail();
            _trail.IsRepeated(Place!.Key);
        }

        if (_trail.IsRepeated(next.Key))
        {
            throw new InteractorException(
                ErrorCode.ProviderError,
                $"The provider gave a place for page {next.Index + 1} that it had given before, so the pages would never end. Those before it were complete.");
        }

        Place = next;
        Next = null;
        return true;
    }
}
