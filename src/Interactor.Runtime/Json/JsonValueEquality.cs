using System.Text.Json;

namespace Interactor.Runtime.Json;

/// <summary>Equality of JSON content that answers for every parsable text, lone surrogate escapes included.</summary>
internal static class JsonValueEquality
{
    public static bool Equal(JsonElement left, JsonElement right)
    {
        try
        {
            return JsonElement.DeepEquals(left, right);
        }
        catch (InvalidOperationException)
        {
            // A string with a lone surrogate escape has no UTF-16 form to compare; its text still compares.
            return string.Equals(left.GetRawText(), right.GetRawText(), StringComparison.Ordinal);
        }
    }

    public static int Hash(JsonElement element) => element.ValueKind switch
    {
        // Numbers that are equal by value convert to the same double, whatever they were written as.
        JsonValueKind.Number => element.GetDouble().GetHashCode(),
        JsonValueKind.String => HashText(element),
        JsonValueKind.Array => HashItems(element),
        JsonValueKind.Object => HashMembers(element),
        JsonValueKind kind => (int)kind,
    };

    private static int HashText(JsonElement element)
    {
        try
        {
            return string.GetHashCode(element.GetString(), StringComparison.Ordinal);
        }
        catch (InvalidOperationException)
        {
            return (int)JsonValueKind.String;
        }
    }

    private static int HashItems(JsonElement element)
    {
        HashCode hash = new();
        foreach (JsonElement item in element.EnumerateArray())
        {
            hash.Add(Hash(item));
        }

        return hash.ToHashCode();
    }

    private static int HashMembers(JsonElement element)
    {
        // The count is enough: members come in any order, and names may not have a UTF-16 form.
        return HashCode.Combine(JsonValueKind.Object, element.GetPropertyCount());
    }
}
