using Interactor.Runtime.Json.Tokens;
using Interactor.Runtime.Json.Validation.Formats;
using Interactor.Runtime.Json.Validation.Model;
using Interactor.Runtime.Json.Validation.Values;

namespace Interactor.Runtime.Json.Validation.Plans;

/// <summary>What one schema asks of numbers by itself.</summary>
internal sealed class NumberCheck
{
    private readonly ValueSet[] _constants;
    private readonly bool _wantsIntegers;
    private readonly bool _integersAreLexical;
    private readonly NumberKeywords? _keywords;
    private readonly WholeBounds _bounds;
    private readonly FormatCheck? _format;

    private NumberCheck(SchemaModel schema)
    {
        _constants = schema.ConstantSets;
        _wantsIntegers = schema.WantsIntegers;
        _integersAreLexical = schema.IntegersAreLexical;
        _keywords = schema.Number;
        _bounds = WholeBounds.Of(schema.Number);
        _format = schema.Format is { } format && (format.AppliesTo & JsonKinds.Number) != 0 ? format.Check : null;
    }

    public static NumberCheck Of(SchemaModel schema) => new(schema);

    public bool Accepts(in DocumentNumber number)
    {
        if (_wantsIntegers && !(_integersAreLexical ? number.Text.IndexOfAny((byte)'.', (byte)'e', (byte)'E') < 0 : number.IsInteger))
        {
            return false;
        }

        foreach (ValueSet constants in _constants)
        {
            if (!constants.Contains(number))
            {
                return false;
            }
        }

        bool isInBounds = _keywords is null || (number.IsScaled && number.Scaled.IsWhole && _bounds.AreExact ? _bounds.Accept(number.Scaled.Digits) : IsInBounds(_keywords, number));
        return isInBounds && (_keywords?.MultipleOf is null || _keywords.MultipleOf.Divides(number)) && (_format is null || _format(number.Text));
    }

    private static bool IsInBounds(NumberKeywords bounds, in DocumentNumber number) =>
        (bounds.Minimum is null || bounds.Minimum.CompareFrom(number) >= 0)
        && (bounds.Maximum is null || bounds.Maximum.CompareFrom(number) <= 0)
        && (bounds.ExclusiveMinimum is null || bounds.ExclusiveMinimum.CompareFrom(number) > 0)
        && (bounds.ExclusiveMaximum is null || bounds.ExclusiveMaximum.CompareFrom(number) < 0);
}
