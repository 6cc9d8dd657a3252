using System.Text.Json;
using Interactor.Runtime.Http;

namespace Interactor.Runtime.Execution;

/// <summary>Takes a page apart for callers that do not know its type.</summary>
internal static class PageItems
{
    /// <summary>The items of a page, each as UTF-8 JSON.</summary>
    /// <param name="page">The page.</param>
    /// <param name="write">Writes its items as one list, or null.</param>
    public static IReadOnlyList<ReadOnlyMemory<byte>> Of<TOutput>(TOutput page, Action<Utf8JsonWriter, TOutput> write)
    {
        using PooledJson json = PooledJson.Rent();
        write(json.Writer, page);
        byte[] list = json.Written.ToArray();
        Utf8JsonReader reader = new(list);
        List<ReadOnlyMemory<byte>> items = [];
        for (reader.Read(); reader.Read() && reader.TokenType != JsonTokenType.EndArray;)
        {
            int start = (int)reader.TokenStartIndex;
            reader.Skip();
            items.Add(list.AsMemory(start, (int)reader.BytesConsumed - start));
        }

        return items;
    }
}
