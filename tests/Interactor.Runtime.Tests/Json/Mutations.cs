using System.Text;

namespace Interactor.Runtime.Tests.Json;

/// <summary>Hostile variants of a document, the same ones in every run.</summary>
internal static class Mutations
{
    private static readonly byte[][] Pieces =
    [
        .. ((string[])["\\uD83D", "\\uDC00", "\\", "\"", "{", "}", "[", "]", ",", ":", "null", "1e400", "-", "0.1e-400", "99999999999999999999", "\\u0000", "\0", "\n"])
            .Select(Encoding.UTF8.GetBytes),
        [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF0, 0x9F], [0xEF, 0xBB, 0xBF],
    ];

    public static IEnumerable<byte[]> Of(byte[] seed, int count)
    {
        Random random = new(20260131);
        for (int i = 0; i < count; i++)
        {
            List<byte> document = [.. seed];
            for (int changes = random.Next(1, 4); changes > 0; changes--)
            {
                int at = random.Next(document.Count + 1);
                int removed = random.Next(3) == 0 ? random.Next(Math.Min(4, document.Count - at) + 1) : 0;
                document.RemoveRange(at, removed);
                if (random.Next(3) > 0)
                {
                    document.InsertRange(at, random.Next(2) == 0 ? Pieces[random.Next(Pieces.Length)] : [(byte)random.Next(256)]);
                }
            }

            yield return [.. document];
        }
    }
}
