namespace Interactor.Runtime.Json.Validation.Formats;

/// <summary>A row of the <see cref="FormatTable"/>.</summary>
/// <param name="Name">As the schema writes it.</param>
/// <param name="AppliesTo">Values of other kinds pass.</param>
/// <param name="Words">What a value must be, for the message.</param>
/// <param name="Check">The check.</param>
/// <param name="Range">Of a format of numbers, the ones of few digits that have it: as the check says, but told by their value.</param>
internal sealed record FormatRow(string Name, JsonKinds AppliesTo, string Words, FormatCheck Check, NumberRange? Range = null);
