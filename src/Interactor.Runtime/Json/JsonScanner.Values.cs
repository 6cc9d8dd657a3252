using System.Runtime.CompilerServices;
using Interactor.Runtime.Json.Scanning;
using Interactor.Runtime.Json.Tokens;

namespace Interactor.Runtime.Json;

/// <content>Strings, numbers and words.</content>
public ref partial struct JsonScanner
{
    /// <summary>Reads a string.</summary>
    /// <param name="raw">The bytes between the quotes as they stand.</param>
    /// <param name="isEscaped">They hold escapes.</param>
    /// <returns>False, standing where it stood, when the value is none.</returns>
    public bool TryString(out ReadOnlySpan<byte> raw, out bool isEscaped)
    {
        int at = _position;
        if ((uint)at >= (uint)_text.Length || _text[at] != '"')
        {
            raw = default;
            isEscaped = false;
            return false;
        }

        int end = Strings.End(_text, at + 1, out isEscaped);
        if (end < 0)
        {
            raw = default;
            return Fail(~end);
        }

        raw = _text[(at + 1)..end];
        _position = end + 1;
        return true;
    }

    /// <summary>Reads a number.</summary>
    /// <param name="text">Its bytes as they stand.</param>
    /// <returns>False, standing where it stood, when the value is none.</returns>
    public bool TryNumber(out ReadOnlySpan<byte> text)
    {
        bool isRead = TryScaledNumber(out DocumentNumber number);
        text = number.Text;
        return isRead;
    }

    /// <summary>Reads <c>true</c> or <c>false</c>.</summary>
    /// <param name="value">The value, when the answer is true.</param>
    /// <returns>False, standing where it stood, when the value is neither.</returns>
    public bool TryBoolean(out bool value)
    {
        value = TryWord((byte)'t', "true"u8);
        return value || TryWord((byte)'f', "false"u8);
    }

    /// <summary>Reads <c>null</c>.</summary>
    /// <returns>False, standing where it stood, when the value is another.</returns>
    public bool TryNull() => TryWord((byte)'n', "null"u8);

    /// <summary>Reads a number, with its value where that is cheap.</summary>
    internal bool TryScaledNumber(out DocumentNumber number)
    {
        int start = _position;
        bool isRead = TryScaledNumber(out ScaledNumber scaled, out bool isScaled);
        number = isRead ? new(_text[start.._position], scaled, isScaled) : default;
        return isRead;
    }

    /// <summary>Reads a number for its value alone, where that is cheap.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TryScaledNumber(out ScaledNumber scaled, out bool isScaled)
    {
        scaled = default;
        isScaled = false;
        if (Kind != JsonKinds.Number)
        {
            return false;
        }

        int end = Numbers.End(_text, _position, out scaled, out isScaled);
        if (end < 0)
        {
            return Fail(~end);
        }

        _position = end;
        return true;
    }

    private bool TryWord(byte first, ReadOnlySpan<byte> word)
    {
        if ((uint)_position >= (uint)_text.Length || _text[_position] != first)
        {
            return false;
        }

        if (!_text[_position..].StartsWith(word))
        {
            return Fail(_position);
        }

        _position += word.Length;
        return true;
    }
}
