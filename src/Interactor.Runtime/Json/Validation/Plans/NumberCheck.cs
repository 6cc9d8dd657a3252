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
    private readonly bool _isOfIntegers;
    private readonly NumberKeywords? _keywords;
    private readonly NumberBounds? _bounds;
    private readonly ScaledNumber? _factor;
    private readonly FormatCheck? _format;

    private NumberCheck(SchemaModel schema)
    {
        _constants = schema.ConstantSets;
        _wantsIntegers = schema.WantsIntegers;
        _integersAreLexical = schema.IntegersAreLexical;
        _keywords = schema.Number;
        FormatRow? format = schema.Format is { } row && (row.AppliesTo & JsonKinds.Number) != 0 ? row : null;
        _bounds = NumberBounds.Of(schema.Number, format?.Range);
        _isOfIntegers = _wantsIntegers || format?.Range is { IsOfIntegers: true };
        _factor = schema.Number?.MultipleOf?.Scaled;
        _format = format?.Check;
        bool hasBounds = _keywords is { Minimum: not null } or { Maximum: not null } or { ExclusiveMinimum: not null } or { ExclusiveMaximum: not null };
        IsArithmetic = _constants.Length == 0
            && format?.Range is null == (format is null)
            && !(_wantsIntegers && _integersAreLexical)
            && _factor is null == (_keywords?.MultipleOf is null)
            && _bounds is null != (hasBounds || format is not null);
    }

    /// <summary>The value alone decides, where it is told.</summary>
    public bool IsArithmetic { get; }

    public static NumberCheck Of(SchemaModel schema) => new(schema);

    /// <summary>Whether a number is accepted by a check that is arithmetic.</summary>
    public bool Accepts(ScaledNumber number) =>
        (!_isOfIntegers || number.IsInteger)
        && (_bounds is null || _bounds.Accept(number))
        && (_factor is not { } factor || number.IsMultipleOf(factor));

    public bool Accepts(in DocumentNumber number)
    {
        if (IsArithmetic && number.IsScaled)
        {
            return Accepts(number.Scaled);
        }

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

        return (_keywords is null || AreAccepted(_keywords, number)) && (_format is null || _format(number.Text));
    }

    private bool AreAccepted(NumberKeywords keywords, in DocumentNumber number) =>
        (_bounds is not null && number.IsScaled ? _bounds.Accept(number.Scaled) : IsInBounds(keywords, number))
        && (keywords.MultipleOf is null || keywords.MultipleOf.Divides(number));

    private static bool IsInBounds(NumberKeywords bounds, in DocumentNumber number) =>
        (bounds.Minimum is null || bounds.Minimum.CompareFrom(number) >= 0)
        && (bounds.Maximum is null || bounds.Maximum.CompareFrom(number) <= 0)
        && (bounds.ExclusiveMinimum is null || bounds.ExclusiveMinimum.CompareFrom(number) > 0)
        && (bounds.ExclusiveMaximum is null || bounds.ExclusiveMaximum.CompareFrom(number) < 0);
}
