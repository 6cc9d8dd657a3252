using System.Text.Json;
using Interactor.Runtime.Json;

namespace Interactor.Runtime.Http;

/// <summary>The style <c>simple</c> of OpenAPI (3.1, section 4.8.12.2): what stands in paths and headers between commas.</summary>
internal static class SimpleStyle
{
    /// <summary>The texts that commas join: the value itself, the items of a list, or names and values of an object.</summary>
    /// <param name="name">What messages call the parameter.</param>
    /// <param name="explode">An object gives <c>name=value</c>, otherwise name and value in turn.</param>
    /// <exception cref="InteractorException"><see cref="ErrorCode.InputInvalid"/>: the value nests deeper than that, or is no valid Unicode.</exception>
    public static IReadOnlyList<string?> Parts(string name, JsonElement value, bool explode)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Array:
                return [.. value.EnumerateArray().Select(item => TextOf(name, item)).OfType<string>()];
            case JsonValueKind.Object:
                List<string?> parts = [];
                foreach (JsonProperty member in value.EnumerateObject())
                {
                    if (TextOf(name, member.Value) is { } text)
                    {
                        string key = JsonMembers.NameOf(member) ?? throw NotText(name);
                        parts.AddRange(explode ? [$"{key}={text}"] : [key, text]);
                    }
                }

                return parts;
            default:
                return [TextOf(name, value)];
        }
    }

    /// <summary>The members of an object; none of null.</summary>
    /// <exception cref="InteractorException"><see cref="ErrorCode.InputInvalid"/>: it is neither.</exception>
    public static IEnumerable<(string Name, JsonElement Value)> Members(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => [],
        JsonValueKind.Object => value.EnumerateObject().Select(m => (JsonMembers.NameOf(m) ?? throw NotText("body"), m.Value)),
        _ => throw new InteractorException(ErrorCode.InputInvalid, "The body of the request is a form, so it has to be an object."),
    };

    /// <summary>The text of a scalar; null for null.</summary>
    /// <exception cref="InteractorException"><see cref="ErrorCode.InputInvalid"/>: it is no scalar, or no valid Unicode.</exception>
    public static string? TextOf(string name, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        JsonValueKind.String => JsonMembers.TextOf(value) ?? throw NotText(name),
        JsonValueKind.Object or JsonValueKind.Array => throw new InteractorException(
            ErrorCode.InputInvalid, $"The parameter '{name}' nests values deeper than its style can write."),
        _ => value.GetRawText(),
    };

    public static InteractorException NotText(string name) => new(ErrorCode.InputInvalid, $"The parameter '{name}' has text that is not valid Unicode.");
}
