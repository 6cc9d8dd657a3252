namespace Interactor.Runtime.Json.Validation;

/// <summary>
/// One assertion of one schema object, ready to be asked. It holds no state of an evaluation, so any number of threads may ask it.
/// What kind it is (<see cref="TokenKeyword"/>, <see cref="InPlaceKeyword"/>, <see cref="ObjectKeyword"/>, <see cref="ArrayKeyword"/>)
/// says when in the one pass over the value it is asked.
/// </summary>
internal abstract class Keyword(string name, string message)
{
    /// <summary>As the schema writes it.</summary>
    public string Name { get; } = name;

    /// <summary>What a value that fails must do instead, in plain words; known from the schema alone, so it cannot repeat the value.</summary>
    public string Message { get; } = message;
}
