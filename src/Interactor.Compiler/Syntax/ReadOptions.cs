namespace Interactor.Compiler.Syntax;

/// <summary>What a reader lets pass, and how much it takes.</summary>
/// <param name="JsonCharacters">The longest JSON text that is read, in UTF-16 characters.</param>
/// <param name="YamlCharacters">The longest YAML text.</param>
/// <param name="IsLenient">
/// Mistakes that leave no doubt about what was meant (<see cref="ToleratedMistakes"/>) are warnings: the text comes from somebody who
/// cannot be asked to mend it.
/// </param>
public sealed record ReadOptions(int JsonCharacters, int YamlCharacters, bool IsLenient)
{
    /// <summary>Files of a definition.</summary>
    public static readonly ReadOptions Definition = new(ReadLimits.JsonCharacters, ReadLimits.YamlCharacters, IsLenient: false);

    /// <summary>Documents of others that definitions are made from.</summary>
    public static readonly ReadOptions Document = new(ReadLimits.DocumentCharacters, ReadLimits.DocumentCharacters, IsLenient: true);
}
