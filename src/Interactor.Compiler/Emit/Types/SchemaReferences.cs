namespace Interactor.Compiler.Emit.Types;

/// <summary>Finds the datatypes that the text of a schema seems to refer to, as the runtime finds them again.</summary>
internal static class SchemaReferences
{
    private const string Member = "\"$ref\":";
    private const string Start = Member + "\"#/datatypes/";

    /// <summary>Each reference once, in the order of the text, as the JSON string that it is: what looks like one inside a constant is among them.</summary>
    /// <param name="json">The compact text of a schema.</param>
    public static IEnumerable<string> Of(string json)
    {
        HashSet<string> found = new(StringComparer.Ordinal);
        for (int at = json.IndexOf(Start, StringComparison.Ordinal); at >= 0; at = json.IndexOf(Start, at + 1, StringComparison.Ordinal))
        {
            if (at > 0 && json[at - 1] is '{' or ',')
            {
                int begin = at + Member.Length;
                int end = begin + 1;
                while (json[end] != '"')
                {
                    end += json[end] == '\\' ? 2 : 1;
                }

                string reference = json.Substring(begin, end + 1 - begin);
                if (found.Add(reference))
                {
                    yield return reference;
                }
            }
        }
    }
}
