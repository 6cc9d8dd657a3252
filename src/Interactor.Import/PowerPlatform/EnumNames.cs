using Interactor.Import.Documents;
using Interactor.Import.Model;

namespace Interactor.Import.PowerPlatform;

/// <summary>The names that <c>x-ms-enum-values</c> gives to the values of an enum.</summary>
internal static class EnumNames
{
    /// <summary>In the order of the enum; null where it has no values, or not each of them has a name.</summary>
    public static DefinitionValue? Of(DocumentPlace schema)
    {
        if (schema.Find("x-ms-enum-values") is not { } values || schema.Find("enum") is not { } members)
        {
            return null;
        }

        List<string> names = [];
        foreach (DocumentPlace member in members.Items)
        {
            if (values.Items.FirstOrDefault(v => v.TextOf("value") == member.Text)?.TextOf("displayName") is not { Length: > 0 } name)
            {
                return null;
            }

            names.Add(name);
        }

        return names.Count == 0 ? null : DefinitionValue.Texts(names);
    }
}
