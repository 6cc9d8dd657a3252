namespace Interactor.Runtime.Json.Tokens;

/// <summary>A number of a document, in the forms that comparing asks for.</summary>
internal readonly ref struct DocumentNumber
{
    /// <param name="text">A number of the JSON grammar.</param>
    public DocumentNumber(ReadOnlySpan<byte> text)
    {
        Text = text;
        IsScaled = ScaledNumber.TryParse(text, out ScaledNumber scaled);
        Scaled = scaled;
    }

    public ReadOnlySpan<byte> Text { get; }

    public bool IsScaled { get; }

    public ScaledNumber Scaled { get; }
}
