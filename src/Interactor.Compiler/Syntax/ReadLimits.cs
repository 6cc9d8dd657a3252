namespace Interactor.Compiler.Syntax;

/// <summary>What a definition file may cost. Real ones stay far below; a hostile one ends in a diagnostic.</summary>
internal static class ReadLimits
{
    /// <summary>UTF-16 characters of YAML: 32 Mi.</summary>
    public const int YamlCharacters = 32 * 1024 * 1024;

    /// <summary>UTF-16 characters of JSON, which costs less a character: 256 Mi.</summary>
    public const int JsonCharacters = 256 * 1024 * 1024;

    /// <summary>512 Mi UTF-16 characters, for documents of others: the largest that are published have a tenth of it.</summary>
    public const int DocumentCharacters = 512 * 1024 * 1024;

    /// <summary>Mappings and sequences inside one another, aliases followed.</summary>
    public const int Depth = 100;

    /// <summary>Nodes that aliases add to the tree, were each one written out.</summary>
    public const int AliasedNodes = 100_000;

    /// <summary>After so many findings in a file more of them help nobody, and reading stops.</summary>
    public const int Findings = 100;
}
