using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Interactor.Runtime.Json.Validation.Keywords;

/// <summary><c>uniqueItems</c> (validation, section 6.4.3): no two items are equal; by hash first, by value where hashes meet.</summary>
internal sealed class UniqueItemsKeyword : TokenKeyword
{
    private UniqueItemsKeyword(KeywordSite site)
        : base(site.Name, "must not have two equal items", JsonKinds.Array)
    {
    }

    public static Keyword? Read(KeywordSite site) => site.Value.ValueKind == JsonValueKind.True ? new UniqueItemsKeyword(site) : null;

    public override bool Accepts(ref Utf8JsonReader reader, ref Evaluation evaluation)
    {
        Utf8JsonReader items = reader;
        Item[]? rented = null;
        Span<Item> found = stackalloc Item[32];
        int count = 0;
        while (items.Read() && items.TokenType != JsonTokenType.EndArray)
        {
            if (count == found.Length)
            {
                Item[] larger = ArrayPool<Item>.Shared.Rent(count * 2);
                found.CopyTo(larger);
                Return(rented);
                found = rented = larger;
            }

            int start = (int)items.TokenStartIndex;
            int hash = JsonEquality.Hash(ref items);
            found[count++] = new(hash, start, (int)items.BytesConsumed);
        }

        bool isUnique = AreUnique(found[..count], ref evaluation);
        Return(rented);
        return isUnique;
    }

    private static bool AreUnique(scoped Span<Item> items, ref Evaluation evaluation)
    {
        items.Sort(static (a, b) => a.Hash.CompareTo(b.Hash));
        for (int i = 0; i < items.Length; i++)
        {
            for (int j = i + 1; j < items.Length && items[j].Hash == items[i].Hash; j++)
            {
                Utf8JsonReader left = JsonEquality.Begin(evaluation.Document[items[i].Start..items[i].End]);
                Utf8JsonReader right = JsonEquality.Begin(evaluation.Document[items[j].Start..items[j].End]);
                if (JsonEquality.AreEqual(ref left, ref right, ref evaluation))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static void Return(Item[]? rented)
    {
        if (rented is not null)
        {
            ArrayPool<Item>.Shared.Return(rented);
        }
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Item(int Hash, int Start, int End);
}
