namespace Interactor.Runtime.Json.Validation.Formats;

/// <summary>A row of the <see cref="FormatTable"/>.</summary>
/// <param name="Name">As the schema writes it.</param>
/// <param name="AppliesTo">Values of other kinds pass.</param>
/// <param name="Words">What a value must be, for the message.</param>
/// <param name="Check">The check.</param>
internal sealed record FormatRow(string Name, JsonKinds AppliesTo, string Words, FormatCheck Check);
