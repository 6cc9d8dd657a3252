namespace Interactor.Compiler.Expressions.Parsing;

/// <summary>What names in expressions are made of (CEL's IDENT): ASCII letters, digits and underscores.</summary>
internal static class NameCharacters
{
    public static bool IsStart(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '_';

    public static bool IsPart(char c) => IsStart(c) || c is >= '0' and <= '9';
}
