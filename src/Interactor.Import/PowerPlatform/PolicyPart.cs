namespace Interactor.Import.PowerPlatform;

/// <summary>A piece of a policy's text: text that means itself, or a call such as <c>@headers('TeamId')</c>.</summary>
/// <param name="Text">The text, or the function in lower case.</param>
internal sealed record PolicyPart(string Text, bool IsCall, string? Argument = null, string? Otherwise = null);
