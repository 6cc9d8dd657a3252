using System.Buffers;
using System.Text;
using Interactor.Runtime.Http;

namespace Interactor.Runtime.Execution;

/// <summary>The texts that a secret becomes on its way to a provider, any of which the provider may repeat.</summary>
internal static class SecretForms
{
    // What Base64 leaves of a short secret inside of other text is too short to be told from any other text.
    private const int ShortestInside = 8;

    /// <summary>Each secret as it is, percent-encoded, and in Base64 by itself, in a Basic credential and inside of any other text.</summary>
    public static HashSet<string> Of(IEnumerable<string> secrets, IEnumerable<string> users)
    {
        HashSet<string> forms = new(StringComparer.Ordinal);
        string[] names = [.. users.Distinct()];
        foreach (string secret in secrets)
        {
            string form = Encode(secret, PercentEncoding.Form);
            forms.Add(secret);
            AddEscaped(forms, Encode(secret, PercentEncoding.Unreserved));
            AddEscaped(forms, form);
            AddBase64(forms, secret);
            AddInside(forms, secret);
            AddBase64(forms, secret + ":");
            foreach (string name in names)
            {
                // RFC 7617, section 2, and the client's own form of it: RFC 6749, section 2.3.1.
                AddBase64(forms, $"{name}:{secret}");
                AddBase64(forms, $"{Encode(name, PercentEncoding.Form)}:{form}");
            }
        }

        return forms;
    }

    private static string Encode(string text, SearchValues<char> kept)
    {
        TextBuffer buffer = new();
        PercentEncoding.AppendTo(buffer, text, kept);
        return buffer.Written.ToString();
    }

    private static void AddEscaped(HashSet<string> forms, string escaped)
    {
        forms.Add(escaped);
        StringBuilder lower = new(escaped);
        for (int i = 0; i + 2 < escaped.Length; i++)
        {
            if (escaped[i] == '%')
            {
                lower[i + 1] = char.ToLowerInvariant(escaped[i + 1]);
                lower[i + 2] = char.ToLowerInvariant(escaped[i + 2]);
            }
        }

        forms.Add(lower.ToString());
    }

    private static void AddBase64(HashSet<string> forms, string text) => AddAlphabets(forms, Convert.ToBase64String(Encoding.UTF8.GetBytes(text)));

    private static void AddAlphabets(HashSet<string> forms, string base64)
    {
        string bare = base64.TrimEnd('=');
        forms.Add(base64);
        forms.Add(bare);
        forms.Add(bare.Replace('+', '-').Replace('/', '_'));
    }

    // Three bytes become four characters, so there are three ways in which text around a secret shifts it. The characters that the secret shares
    // with its neighbours differ from text to text and are left out.
    private static void AddInside(HashSet<string> forms, string secret)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(secret);
        for (int shift = 0; shift < 3; shift++)
        {
            byte[] shifted = new byte[shift + utf8.Length];
            utf8.CopyTo(shifted, shift);
            int first = ((shift * 8) + 5) / 6;
            int end = shifted.Length * 8 / 6;
            if (end - first >= ShortestInside)
            {
                AddAlphabets(forms, Convert.ToBase64String(shifted)[first..end]);
            }
        }
    }
}
