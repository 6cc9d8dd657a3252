using System.Text.Json;

namespace Interactor.Runtime.Expressions;

/// <summary>What messages call a JSON value: its kind, never its content.</summary>
internal static class JsonKindText
{
    public static string Of(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "text",
        JsonValueKind.Number => "a number",
        JsonValueKind.True or JsonValueKind.False => "true or false",
        _ => "null",
    };
}
