namespace Interactor.Host.Api;

/// <summary>A page of a list.</summary>
/// <param name="Items">The items, in the order of the list.</param>
/// <param name="Next">What the parameter <c>cursor</c> of the next page is; null at the end.</param>
public sealed record PageBody<T>(IReadOnlyList<T> Items, string? Next);
