using Interactor.Runtime.Json.Scanning;

namespace Interactor.Runtime.Json.Tokens;

/// <summary>A number as it stands, with its value where 18 digits hold it.</summary>
internal readonly ref struct DocumentNumber
{
    /// <param name="text">A number of the JSON grammar.</param>
    public DocumentNumber(ReadOnlySpan<byte> text)
    {
        Numbers.End(text, 0, out ScaledNumber scaled, out bool isScaled);
        Text = text;
        Scaled = scaled;
        IsScaled = isScaled;
    }

    public DocumentNumber(ReadOnlySpan<byte> text, ScaledNumber scaled, bool isScaled)
    {
        Text = text;
        Scaled = scaled;
        IsScaled = isScaled;
    }

    public ReadOnlySpan<byte> Text { get; }

    public bool IsScaled { get; }

    public ScaledNumber Scaled { get; }

    public bool IsInteger => (IsScaled && Scaled.IsWhole) || NumberToken.IsIntegerText(Text);
}
