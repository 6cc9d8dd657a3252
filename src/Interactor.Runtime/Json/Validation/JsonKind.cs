using System.Text.Json;

namespace Interactor.Runtime.Json.Validation;

/// <summary>Which kind of value a token begins.</summary>
internal static class JsonKind
{
    public static JsonKinds Of(JsonTokenType token) => token switch
    {
        JsonTokenType.String => JsonKinds.String,
        JsonTokenType.Number => JsonKinds.Number,
        JsonTokenType.StartObject => JsonKinds.Object,
        JsonTokenType.StartArray => JsonKinds.Array,
        JsonTokenType.True or JsonTokenType.False => JsonKinds.Boolean,
        JsonTokenType.Null => JsonKinds.Null,
        _ => JsonKinds.None,
    };
}
