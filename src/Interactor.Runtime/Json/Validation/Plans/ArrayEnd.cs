using Interactor.Runtime.Json.Validation.Model;

namespace Interactor.Runtime.Json.Validation.Plans;

/// <summary>What is asked of an array's items as a whole.</summary>
internal sealed record ArrayEnd(int Least, int Most, bool WantsUnique, bool HasContains, int LeastContained, int MostContained)
{
    public static ArrayEnd Of(ArrayKeywords? keywords) => new(
        keywords?.MinItems ?? 0,
        keywords?.MaxItems ?? int.MaxValue,
        keywords?.UniqueItems ?? false,
        keywords?.Contains is not null,
        keywords?.MinContains ?? 0,
        keywords?.MaxContains ?? int.MaxValue);

    /// <summary>For atoms of which none has <c>contains</c>.</summary>
    public static ArrayEnd Merge(ArrayEnd[] ends)
    {
        ArrayEnd merged = Of(null);
        foreach (ArrayEnd end in ends)
        {
            merged = merged with
            {
                Least = Math.Max(merged.Least, end.Least),
                Most = Math.Min(merged.Most, end.Most),
                WantsUnique = merged.WantsUnique || end.WantsUnique,
            };
        }

        return merged;
    }

    /// <param name="count">How many items there were.</param>
    /// <param name="contained">How many of them <c>contains</c> accepted.</param>
    public bool Accepts(int count, int contained) =>
        count >= Least && count <= Most && (!HasContains || (contained >= LeastContained && contained <= MostContained));
}
