using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Interactor.Runtime.Json;

namespace Interactor.Runtime.Expressions;

/// <summary>Reads JSON strings and numbers without throwing.</summary>
internal static class JsonScalar
{
    public static bool TryText(JsonValue value, [NotNullWhen(true)] out string? text)
    {
        text = null;
        if (value.Kind != JsonValueKind.String)
        {
            return false;
        }

        try
        {
            text = value.Element.GetString();
        }
        catch (InvalidOperationException)
        {
            // An escaped lone surrogate is valid JSON and no text.
        }

        return text is not null;
    }

    public static bool TryInteger(JsonValue value, out long integer)
    {
        integer = 0;
        if (value.Kind != JsonValueKind.Number)
        {
            return false;
        }

        if (value.Element.TryGetInt64(out integer))
        {
            return true;
        }

        // The bounds as decimals: a number just outside must not round into them.
        bool isWhole = value.Element.TryGetDecimal(out decimal number) && number == decimal.Truncate(number) && number is >= long.MinValue and <= long.MaxValue;
        integer = isWhole ? (long)number : 0;
        return isWhole;
    }

    public static bool TryNumber(JsonValue value, out double number)
    {
        number = 0;
        return value.Kind == JsonValueKind.Number && value.Element.TryGetDouble(out number) && double.IsFinite(number);
    }

    public static bool TryCompareNumbers(JsonValue left, JsonValue right, out int order)
    {
        order = 0;
        if (left.Kind != JsonValueKind.Number || right.Kind != JsonValueKind.Number)
        {
            return false;
        }

        if (left.Element.TryGetDecimal(out decimal leftDecimal) && right.Element.TryGetDecimal(out decimal rightDecimal))
        {
            order = leftDecimal.CompareTo(rightDecimal);
            return true;
        }

        order = left.Element.GetDouble().CompareTo(right.Element.GetDouble());
        return true;
    }
}
