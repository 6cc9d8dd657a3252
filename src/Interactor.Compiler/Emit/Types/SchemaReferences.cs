using System.Globalization;
using System.Text.RegularExpressions;

namespace Interactor.Compiler.Emit.Types;

/// <summary>Finds the datatypes that the text of a schema seems to refer to, as the runtime finds them again.</summary>
internal static class SchemaReferences
{
    private const string Start = "\"$ref\":\"#/datatypes/";

    /// <summary>Each reference once, in the order of the text: what looks like one inside a constant is among them.</summary>
    /// <param name="json">The compact text of a schema.</param>
    public static IEnumerable<string> Of(string json)
    {
        HashSet<string> found = new(StringComparer.Ordinal);
        for (int at = json.IndexOf(Start, StringComparison.Ordinal); at >= 0; at = json.IndexOf(Start, at + 1, StringComparison.Ordinal))
        {
            if (at > 0 && json[at - 1] is '{' or ',')
            {
                int begin = at + "\"$ref\":\"".Length;
                int end = begin;
                while (json[end] != '"')
                {
                    end += json[end] == '\\' ? 2 : 1;
                }

                string reference = Plain(json.Substring(begin, end - begin));
                if (found.Add(reference))
                {
                    yield return reference;
                }
            }
        }
    }

    private static string Plain(string text) => text.IndexOf('\\') < 0 ? text : Regex.Replace(text, @"\\(?:u([0-9a-fA-F]{4})|(.))", static m =>
        m.Groups[1].Success ? ((char)int.Parse(m.Groups[1].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString()
        : m.Groups[2].Value switch { "n" => "\n", "r" => "\r", "t" => "\t", "b" => "\b", "f" => "\f", var other => other });
}
