using System.Security.Cryptography;
using System.Text;

namespace Interactor.Import.Naming;

/// <summary>Makes ids of the language: <c>[a-z][a-z0-9]*([.-][a-z0-9]+)*</c>, at most 128 characters.</summary>
internal static class IdText
{
    private const int Longest = 100;

    /// <summary>Words as one part of an id; null where they give none.</summary>
    public static string? Part(IReadOnlyList<string> words) => words.Count == 0 ? null : string.Join('-', words);

    /// <summary>The parts as an id: it starts with a letter and is short enough.</summary>
    /// <param name="prefix">What stands in front of a digit.</param>
    public static string Of(IEnumerable<string> parts, string prefix)
    {
        string id = string.Join('.', parts);
        if (id.Length == 0 || !char.IsAsciiLetterLower(id[0]))
        {
            id = id.Length == 0 ? prefix : prefix + "-" + id;
        }

        return Shorten(id);
    }

    /// <summary>A long id keeps its beginning and gets a hash of the whole, so that it stays distinct.</summary>
    public static string Shorten(string id)
    {
        if (id.Length <= Longest)
        {
            return id;
        }

        string hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)))[..8];
        return id[..(Longest - 9)].TrimEnd('.', '-') + "-" + hash;
    }
}
