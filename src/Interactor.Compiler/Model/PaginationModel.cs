using Interactor.Compiler.Expressions;

namespace Interactor.Compiler.Model;

/// <summary>How an action that gives one page finds the next one.</summary>
public sealed record PaginationModel
{
    public required PaginationKind Kind { get; init; }

    /// <summary>The cursor or the number of the first page; null for that of the kind.</summary>
    public TypedExpression? Start { get; init; }

    /// <summary>Text that leads to the next page, null on the last one; null for that of the kind.</summary>
    public TypedExpression? Next { get; init; }

    /// <summary>The items of a page, a list or null; null where only whole pages are given.</summary>
    public TypedExpression? Items { get; init; }

    /// <summary>How many items a full page has; zero where that is not said.</summary>
    public int Size { get; init; }

    /// <summary>Whether there is a next page, for <see cref="PaginationKind.Next"/>.</summary>
    public TypedExpression? When { get; init; }

    /// <summary>The request of every page but the first, for <see cref="PaginationKind.Next"/>.</summary>
    public RequestModel? Request { get; init; }
}

public enum PaginationKind
{
    Cursor,

    /// <summary>Numbers of items.</summary>
    Offset,

    /// <summary>Numbers of pages.</summary>
    Page,

    /// <summary>URLs.</summary>
    Link,

    /// <summary>Requests of their own.</summary>
    Next,
}
