using System.Globalization;
using Interactor.Runtime.Execution;

namespace Interactor.Runtime;

/// <summary>Pages that are asked for by their number, or by the number of their first item.</summary>
public sealed class NumberPages<TInput, TSource, TOutput> : PageRules<TInput, TSource, TOutput>
{
    /// <summary>The number of the first page; null for <c>0</c> where items are counted, else <c>1</c>.</summary>
    public Func<TInput, ActionContext, long>? Start { get; init; }

    /// <summary>Whether the number is that of an item.</summary>
    public bool CountsItems { get; init; }

    /// <summary>The number of the next page; null or empty on the last one. Without it, a page that is not full is the last one.</summary>
    public Func<TInput, TSource, ActionContext, string?>? Next { get; init; }

    /// <summary>How many items a page has; needed without <see cref="Next"/>.</summary>
    public Func<TOutput, int>? Count { get; init; }

    /// <summary>How many items a full page has; zero where nobody knows, and then an empty page is the last one.</summary>
    public int Size { get; init; }

    internal override PagePlace First(TInput input, ActionContext context) => At(0, Start?.Invoke(input, context) ?? (CountsItems ? 0 : 1));

    internal override PagePlace? After(PageWalk walk, TInput input, TSource source, TOutput output, ActionContext context)
    {
        PagePlace place = context.Page;
        if (Next is not null)
        {
            return Next(input, source, context) is { Length: > 0 } next ? At(place.Index + 1, Parse(next)) : null;
        }

        int count = Count!(output);
        return count == 0 || count < Size ? null : At(place.Index + 1, place.Number + (CountsItems ? count : 1));
    }

    private static PagePlace At(int index, long number) => new(index, number.ToString(CultureInfo.InvariantCulture)) { Number = number };

    private static long Parse(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number)
            ? number
            : throw new InteractorException(ErrorCode.ContractViolation, "The number that the provider gives for the next page is not a whole number.");
}
