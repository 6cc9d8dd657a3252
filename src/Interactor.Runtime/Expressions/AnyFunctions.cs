using System.Text.Json;
using Interactor.Runtime.Json;

namespace Interactor.Runtime.Expressions;

/// <summary>
/// What expressions do with values that have no schema. A value of the wrong shape fails with an <see cref="InteractorException"/>
/// that names the place and the kinds, unless the method's name says that it gives null.
/// </summary>
public static class AnyFunctions
{
    /// <summary>A member of an object.</summary>
    public static JsonValue Member(JsonValue value, string name, ExpressionPlace place)
    {
        if (value.TryGetMember(name, out JsonValue member))
        {
            return member;
        }

        throw place.Failure(value.Kind == JsonValueKind.Object ? "the member is missing" : $"a member of {JsonKindText.Of(value.Kind)} was asked for");
    }

    /// <summary>A member of an object; null where there is none.</summary>
    public static JsonValue MemberOrNull(JsonValue value, string name) => value.TryGetMember(name, out JsonValue member) ? member : default;

    /// <summary>An item of a list, counted from 0.</summary>
    public static JsonValue Item(JsonValue value, long index, ExpressionPlace place)
    {
        if (value.TryGetItem(index, out JsonValue item))
        {
            return item;
        }

        throw place.Failure(value.Kind == JsonValueKind.Array ? "the list has no such item" : $"an item of {JsonKindText.Of(value.Kind)} was asked for");
    }

    /// <summary>An item of a list; null where there is none.</summary>
    public static JsonValue ItemOrNull(JsonValue value, long index) => value.TryGetItem(index, out JsonValue item) ? item : default;

    /// <summary>A member by text, or an item by number.</summary>
    public static JsonValue Item(JsonValue value, JsonValue key, ExpressionPlace place) => key.Kind switch
    {
        JsonValueKind.String => Member(value, String(key, place), place),
        _ => Item(value, Integer(key, place), place),
    };

    /// <summary>A member by text, or an item by number; null where there is none.</summary>
    public static JsonValue ItemOrNull(JsonValue value, JsonValue key) =>
        JsonScalar.TryText(key, out string? name) ? MemberOrNull(value, name)
        : JsonScalar.TryInteger(key, out long index) ? ItemOrNull(value, index)
        : default;

    /// <summary>The text of a JSON string, number (as written) or boolean.</summary>
    public static string Text(JsonValue value, ExpressionPlace place) => value.Kind switch
    {
        JsonValueKind.String => String(value, place),
        JsonValueKind.Number => value.ToString(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => throw Unexpected("text", value, place),
    };

    /// <summary>The text of a JSON string, number or boolean; null for null.</summary>
    public static string? TextOrNull(JsonValue value, ExpressionPlace place) => value.IsNull ? null : Text(value, place);

    /// <summary>The content of a JSON string.</summary>
    public static string String(JsonValue value, ExpressionPlace place) =>
        JsonScalar.TryText(value, out string? text) ? text : throw Unexpected("text", value, place);

    /// <summary>A JSON boolean.</summary>
    public static bool Boolean(JsonValue value, ExpressionPlace place) => value.Kind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw Unexpected("true or false", value, place),
    };

    /// <summary>A JSON number without a fraction that fits 64 bits; <c>1.0</c> and <c>1e2</c> are such.</summary>
    public static long Integer(JsonValue value, ExpressionPlace place) =>
        JsonScalar.TryInteger(value, out long integer) ? integer : throw Unexpected("an integer", value, place);

    /// <summary>A JSON number that a double holds.</summary>
    public static double Number(JsonValue value, ExpressionPlace place) =>
        JsonScalar.TryNumber(value, out double number) ? number : throw Unexpected("a number", value, place);

    /// <summary>The UTF-8 bytes of a JSON string.</summary>
    public static ReadOnlyMemory<byte> Bytes(JsonValue value, ExpressionPlace place) => EncodingFunctions.Utf8(String(value, place));

    /// <summary>The time in a JSON string (RFC 3339).</summary>
    public static DateTimeOffset Timestamp(JsonValue value, ExpressionPlace place) => TimeFunctions.Parse(String(value, place), place);

    /// <summary>The texts of a JSON array; one text counts as a list of one.</summary>
    public static IReadOnlyList<string> TextList(JsonValue value, ExpressionPlace place) => value.Kind switch
    {
        JsonValueKind.Array => [.. value.Element.EnumerateArray().Select(item => Text(new JsonValue(item), place))],
        JsonValueKind.String => [String(value, place)],
        _ => throw Unexpected("a list of text", value, place),
    };

    /// <summary><c>int(…)</c>: a number towards zero, or the integer in a text.</summary>
    public static long ToInteger(JsonValue value, ExpressionPlace place) =>
        JsonScalar.TryInteger(value, out long integer) ? integer
        : value.Kind == JsonValueKind.String ? ConvertFunctions.Integer(String(value, place), place)
        : NumberFunctions.Truncate(Number(value, place), place);

    /// <summary><c>double(…)</c>: a number, or the number in a text.</summary>
    public static double ToNumber(JsonValue value, ExpressionPlace place) =>
        value.Kind == JsonValueKind.String ? ConvertFunctions.Number(String(value, place), place) : Number(value, place);

    /// <summary><c>bool(…)</c>: a boolean, or <c>true</c> or <c>false</c> in a text.</summary>
    public static bool ToBoolean(JsonValue value, ExpressionPlace place) =>
        value.Kind == JsonValueKind.String ? ConvertFunctions.Boolean(String(value, place), place) : Boolean(value, place);

    /// <summary>The order of two numbers or two texts.</summary>
    /// <returns>Less than zero, zero, or more than zero.</returns>
    public static int Compare(JsonValue left, JsonValue right, ExpressionPlace place)
    {
        if (JsonScalar.TryText(left, out string? leftText) && JsonScalar.TryText(right, out string? rightText))
        {
            return TextFunctions.Compare(leftText, rightText);
        }

        return JsonScalar.TryCompareNumbers(left, right, out int order)
            ? order
            : throw place.Failure($"{JsonKindText.Of(left.Kind)} and {JsonKindText.Of(right.Kind)} have no order");
    }

    /// <summary>A list has an equal item, or an object has a member of that name.</summary>
    public static bool Contains(JsonValue value, JsonValue item, ExpressionPlace place) => value.Kind switch
    {
        JsonValueKind.Array => value.Element.EnumerateArray().Any(i => new JsonValue(i) == item),
        JsonValueKind.Object => JsonScalar.TryText(item, out string? name) && value.TryGetMember(name, out _),
        _ => throw Unexpected("a list or an object", value, place),
    };

    /// <summary>The items of a list, or the names of an object's members.</summary>
    public static IReadOnlyList<JsonValue> Items(JsonValue value, ExpressionPlace place) => value.Kind switch
    {
        JsonValueKind.Array => [.. value.Element.EnumerateArray().Select(i => new JsonValue(i))],
        JsonValueKind.Object => [.. value.Element.EnumerateObject().Select(m => JsonValue.From(NameOf(m, place)))],
        _ => throw Unexpected("a list or an object", value, place),
    };

    /// <summary>Code points of a text, items of a list, members of an object.</summary>
    public static long Size(JsonValue value, ExpressionPlace place) => value.Kind switch
    {
        JsonValueKind.String => TextFunctions.Size(String(value, place)),
        JsonValueKind.Array => value.Element.GetArrayLength(),
        JsonValueKind.Object => value.Element.GetPropertyCount(),
        _ => throw Unexpected("text, a list or an object", value, place),
    };

    private static string NameOf(JsonProperty member, ExpressionPlace place) =>
        JsonMembers.NameOf(member) ?? throw place.Failure("the name of a member is not valid Unicode text");

    private static InteractorException Unexpected(string wanted, JsonValue value, ExpressionPlace place) =>
        place.Failure($"{wanted} is wanted, and this is {JsonKindText.Of(value.Kind)}");
}
