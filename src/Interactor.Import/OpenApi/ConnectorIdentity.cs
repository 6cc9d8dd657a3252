using System.Globalization;
using Interactor.Import.Documents;
using Interactor.Import.Findings;
using Interactor.Import.Naming;

namespace Interactor.Import.OpenApi;

/// <summary>The id and the version of a connector, made of what a document calls itself.</summary>
internal static class ConnectorIdentity
{
    private const int Longest = 60;

    // What every second title ends with says nothing.
    private static readonly string[] Endings = ["api", "apis", "rest", "openapi", "swagger", "specification", "spec", "definition", "documentation"];

    public static string IdOf(ImportContext context)
    {
        Check(context, "owner", context.Options.Owner);
        if (context.Options.Id is { Length: > 0 } given)
        {
            Check(context, "id", given);
            return given;
        }

        DocumentPlace? info = context.Top.Find("info");
        string file = context.Top.Document.Name.Split('/')[^1];
        return FromWords(Words.Written(info?.TextOf("title") ?? ""))
            ?? FromWords(Words.Written(info?.TextOf("x-providerName") ?? ""))
            ?? FromWords(Words.Written(file.Split('.')[0]))
            ?? "connector";
    }

    /// <summary>Three numbers out of whatever is written there.</summary>
    public static string VersionOf(string? text)
    {
        string[] numbers = ["1", "0", "0"];
        int count = 0;
        foreach (string digits in (text ?? "").Split(['.', '-', '_', ' ', '+', '/'], StringSplitOptions.RemoveEmptyEntries))
        {
            string number = digits.TrimStart('v', 'V');
            if (count == 3 || number.Length is 0 or > 8 || !number.All(char.IsAsciiDigit))
            {
                break;
            }

            numbers[count++] = int.Parse(number, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture);
        }

        return string.Join('.', numbers);
    }

    private static void Check(ImportContext context, string option, string id)
    {
        if (!OpenApiImportOptions.IsId(id))
        {
            context.Log.Add(OptionRules.Id, context.Top, option, id);
        }
    }

    private static string? FromWords(List<string> words)
    {
        while (words.Count > 1 && (Endings.Contains(words[^1]) || (words[^1].Length <= 3 && words[^1][0] == 'v' && words[^1].Skip(1).All(char.IsAsciiDigit))))
        {
            words.RemoveAt(words.Count - 1);
        }

        if (words.Count > 1 && words[0] == "the")
        {
            words.RemoveAt(0);
        }

        string id = string.Join('-', words);
        id = id.Length > Longest ? id[..Longest].TrimEnd('-') : id;
        return id.Length == 0 ? null : char.IsAsciiLetterLower(id[0]) ? id : "x-" + id;
    }
}
