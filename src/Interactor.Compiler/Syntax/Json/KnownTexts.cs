namespace Interactor.Compiler.Syntax.Json;

/// <summary>Texts that were read before: a document repeats its keys and references many thousand times, and each need be kept once only.</summary>
internal sealed class KnownTexts
{
    private const int Slots = 4096;
    private const int Longest = 128;

    private readonly string?[] _texts = new string?[Slots];

    public string Take(string source, int start, int length)
    {
        if (length is 0 or > Longest)
        {
            return length == 0 ? "" : source.Substring(start, length);
        }

        uint hash = (uint)length;
        for (int i = start; i < start + length; i++)
        {
            hash = unchecked((hash * 31) + source[i]);
        }

        ref string? slot = ref _texts[(hash ^ (hash >> 10)) % Slots];
        if (slot is null || slot.Length != length || string.CompareOrdinal(slot, 0, source, start, length) != 0)
        {
            slot = source.Substring(start, length);
        }

        return slot;
    }
}
