namespace Interactor.Runtime.Json;

/// <summary>Gives UTF-8 text that lies in the program's image, as a <c>u8</c> literal does; called anew wherever the text is needed.</summary>
public delegate ReadOnlySpan<byte> Utf8Text();
