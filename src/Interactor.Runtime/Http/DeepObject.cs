using System.Globalization;
using System.Text.Json;
using Interactor.Runtime.Json;

namespace Interactor.Runtime.Http;

/// <summary>The style <c>deepObject</c> (OpenAPI 3.1, section 4.8.12.2), also for what nests deeper than OpenAPI says: <c>k[x]</c>, <c>k[0][y]</c>.</summary>
internal static class DeepObject
{
    /// <summary>Gives each scalar of a value with its name; null gives nothing.</summary>
    /// <exception cref="InteractorException"><see cref="ErrorCode.InputInvalid"/>: a name or a text is no valid Unicode.</exception>
    public static void Walk(string name, JsonElement value, Action<string, string> pair)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (JsonProperty member in value.EnumerateObject())
                {
                    Walk($"{name}[{JsonMembers.NameOf(member) ?? throw SimpleStyle.NotText(name)}]", member.Value, pair);
                }

                break;
            case JsonValueKind.Array:
                int index = 0;
                foreach (JsonElement item in value.EnumerateArray())
                {
                    Walk(At(name, index++), item, pair);
                }

                break;
            default:
                if (SimpleStyle.TextOf(name, value) is { } text)
                {
                    pair(name, text);
                }

                break;
        }
    }

    /// <summary>The name of an item of a list.</summary>
    public static string At(string name, int index) => string.Create(CultureInfo.InvariantCulture, $"{name}[{index}]");
}
