namespace Interactor.Compiler.Expressions.Checking;

/// <summary>Words for messages.</summary>
internal static class Sentence
{
    private static readonly string[] Ordinals = ["first", "second", "third", "fourth", "fifth"];

    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text.Substring(1);

    /// <summary><c>first</c> for 0.</summary>
    public static string Ordinal(int index) => index < Ordinals.Length ? Ordinals[index] : "last";

    /// <summary><c>no arguments</c>, <c>1 argument</c>, <c>2 to 3 arguments</c>.</summary>
    public static string ArgumentCount(int least, int most)
    {
        string count = most == 0 ? "no" : least == most ? $"{most}" : $"{least} to {most}";
        return $"{count} argument{(most == 1 ? string.Empty : "s")}";
    }
}
