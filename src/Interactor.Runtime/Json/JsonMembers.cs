using System.Runtime.InteropServices;
using System.Text.Json;
using Interactor.Runtime.Json.Tokens;

namespace Interactor.Runtime.Json;

/// <summary>Looks up members and reads text where an escaped lone surrogate, which RFC 8259, section 8.2, lets a sender write, makes .NET throw.</summary>
internal static class JsonMembers
{
    /// <summary>The last member of an object with a name; false where the value is no object or has no such member.</summary>
    public static bool TryGet(JsonElement value, string name, out JsonElement member)
    {
        member = default;
        if (value.ValueKind != JsonValueKind.Object)
        {
            return false;
        }

        try
        {
            return value.TryGetProperty(name, out member);
        }
        catch (InvalidOperationException)
        {
            return TryFind(value, name, out member);
        }
    }

    /// <summary>The name of a member, or null where it is not Unicode text.</summary>
    public static string? NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The text of a JSON string, or null where the value is something else or not Unicode text.</summary>
    public static string? TextOf(JsonElement value)
    {
        try
        {
            return value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static bool TryFind(JsonElement value, string name, out JsonElement found)
    {
        found = default;
        bool isFound = false;
        foreach (JsonProperty member in value.EnumerateObject())
        {
            if (StringToken.ToText(JsonMarshal.GetRawUtf8PropertyName(member), isEscaped: true) == name)
            {
                found = member.Value;
                isFound = true;
            }
        }

        return isFound;
    }
}
