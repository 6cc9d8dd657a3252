using System.Text;
using Interactor.Runtime.Json.Tokens;

namespace Interactor.Runtime.Json.Validation.Model;

/// <summary>A number that a schema gives, exact, however it is written.</summary>
internal sealed class NumberConstant
{
    private readonly byte[] _text;

    private readonly ScaledNumber _scaled;

    private readonly bool _isScaled;

    public NumberConstant(string text)
    {
        Text = text;
        _text = Encoding.UTF8.GetBytes(text);
        _isScaled = new DocumentNumber(_text).IsScaled;
        _scaled = new DocumentNumber(_text).Scaled;
    }

    /// <summary>As written.</summary>
    public string Text { get; }

    /// <summary>Its value where 18 digits hold it.</summary>
    public ScaledNumber? Scaled => _isScaled ? _scaled : null;

    public bool IsPositive => NumberToken.Parse(_text) is { Count: > 0, IsNegative: false };

    /// <summary>Compares a number of the document with this one.</summary>
    /// <param name="number">The number.</param>
    /// <returns>Negative when the document's is less, positive when it is greater.</returns>
    public int CompareFrom(in DocumentNumber number) =>
        _isScaled && number.IsScaled ? number.Scaled.CompareTo(_scaled) : NumberToken.Compare(NumberToken.Parse(number.Text), NumberToken.Parse(_text));

    /// <summary>Whether a number of the document is a multiple of this one.</summary>
    /// <param name="number">The number.</param>
    public bool Divides(in DocumentNumber number) =>
        _isScaled && number.IsScaled
            ? number.Scaled.IsMultipleOf(_scaled)
            : NumberToken.Parse(number.Text).IsMultipleOf(NumberToken.Parse(_text));
}
