namespace Interactor.Runtime.Http;

/// <summary>Characters that grow in an array kept for the next use.</summary>
internal sealed class TextBuffer
{
    private const int KeptChars = 64 * 1024;

    private char[] _chars = new char[512];

    public int Length { get; private set; }

    public ReadOnlySpan<char> Written => new(_chars, 0, Length);

    public void Append(char value)
    {
        if (Length == _chars.Length)
        {
            Grow(1);
        }

        _chars[Length++] = value;
    }

    public void Append(ReadOnlySpan<char> value)
    {
        if (_chars.Length - Length < value.Length)
        {
            Grow(value.Length);
        }

        value.CopyTo(_chars.AsSpan(Length));
        Length += value.Length;
    }

    public void Clear()
    {
        Length = 0;
        if (_chars.Length > KeptChars)
        {
            _chars = new char[512];
        }
    }

    private void Grow(int more) => Array.Resize(ref _chars, Math.Max(Length + more, 2 * _chars.Length));
}
