using System.Security.Cryptography;
using System.Text;

namespace Interactor.Import.Owning;

/// <summary>What tells whether a text was changed.</summary>
internal static class TextHash
{
    // What version control and editors do to the ends of lines and to the beginning of a file is no edit.
    public static string Of(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.TrimStart('\uFEFF').Replace("\r\n", "\n"))))[..32];
}
