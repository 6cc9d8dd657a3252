using System.Text;
using Interactor.Runtime.Http;

namespace Interactor.Runtime.Execution;

/// <summary>The texts that a secret becomes on its way to a provider, any of which the provider may repeat.</summary>
internal static class SecretForms
{
    // What Base64 leaves of a short secret inside of other text is too short to be told from any other text.
    private const int ShortestInside = 8;

    /// <summary>What is visible of each secret as it is, and in Base64 by itself, in a Basic credential and inside of any other text.</summary>
    public static HashSet<string> Of(IEnumerable<string> secrets, IEnumerable<string> users)
    {
        HashSet<string> forms = new(StringComparer.Ordinal);
        string[] names = [.. users.Distinct()];
        foreach (string secret in secrets)
        {
            string form = FormOf(secret);
            forms.Add(VisibleText.Of(secret));
            AddBase64(forms, secret);
            AddInside(forms, secret);
            AddBase64(forms, secret + ":");
            foreach (string name in names)
            {
                // RFC 7617, section 2, and the client's own form of it: RFC 6749, section 2.3.1.
                AddBase64(forms, $"{name}:{secret}");
                AddBase64(forms, $"{FormOf(name)}:{form}");
            }
        }

        return forms;
    }

    private static string FormOf(string text)
    {
        TextBuffer buffer = new();
        PercentEncoding.AppendTo(buffer, text, PercentEncoding.Form);
        return buffer.Written.ToString();
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
