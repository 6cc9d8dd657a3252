using FsCheck;
using FsCheck.Fluent;

namespace Interactor.Compiler.Tests.Fuzz;

/// <summary>Generates text that tries to leave the place it is put into.</summary>
internal static class HostileText
{
    /// <summary>Each of these alone has broken a generator once, or ends something in C#, XML, JSON or a path.</summary>
    private static readonly string[] Pieces =
    [
        "\"", "'", "\\", "*/", "/*", "//", "///", "\r", "\n", "\r\n", "\u0085", "\u2028", "\u2029", "\0", "\u0001", "\u001b[31m", "\u007f", "\t", "\v", "\f",
        "\"\"\"", "\"\"\"\"", "{", "}", "{{", "}}", "{0}", "${", "$${", "$$${", "${'a'}", "${1}", "${input.plain}", "%s", "%", "%0a", "%2e%2e",
        "#line 1 \"x\"", "\n#line 1 \"x\"\n", "\n#pragma warning restore\n", "#if false", "\n#error no\n", "\n#endregion",
        "</summary>", "<summary>", "<script>", "]]>", "<!--", "-->", "&", "&lt;", "&#10;", "<see cref=\"System.Object\"/>", "<include file='x' path='y'/>",
        "\\u0022", "\\x22", "\\\"", "\\", "\\\\\"", "\\U0000000a", "\\n",
        "\ud800", "\udc00", "\udc00\ud800", "\ud83d\ude00", "\U000e0041", "\U0010ffff", "\ufeff", "\ufffe", "\uffff", "\ufffd",
        "\u202e", "\u2066", "\u200f", "\u200b", "\u200d", "\u00ad", "\u0301", "\u034f", "\u00a0", "\u3000", "ﬁ", "İ", "ı", "ß", "ǅ", "Ⅷ", "٣", "名前", "é", "e\u0301", "‿",
        "@\"", "$\"", "$@\"", "\"u8", "\")]", "\");", "; Environment.Exit(1);", "}; } } static class Evil { static Evil() { System.Environment.Exit(1); } }",
        "\"; System.Environment.Exit(1); //", "\" + System.Environment.Exit(1) + \"", "*/ class Evil { } /*", "\n}\nclass Evil { }\n", ">(null); class Evil<",
        "class", "namespace", "int", "value", "field", "record", "global", "await", "nameof", "__arglist", "@class", "global::System", "System", "Interactor", "_", "__",
        "Equals", "GetHashCode", "ToString", "GetType", "Value", "Text", "Schema", "Contract", "Input", "Response", "Descriptor", "AdditionalProperties",
        "", " ", "   ", ".", "..", "../..", "/", "a/b", "~", "~0", "~1", "#", "?", "*", "-", "--", "+", "1", "0", "-1", "1e400", "null", "true", "[]", "{}", "[", ",",
        "CON", "nul", "a:b", "a|b", "http://evil.example.com/", "//evil.example.com", "@evil.example.com/", "\u3002evil.example.com", ".evil.example.com", ":8080/", "?a=b", "#f",
        "(a+)+$", "[", "(?<n>a)\\k<n>", "\\p{L}", "x-x", "X-Evil: 1\r\nSet-Cookie: a=b",
    ];

    /// <summary>Pieces, several of them in a row, characters from everywhere, and very long runs.</summary>
    public static Arbitrary<string> Arbitrary { get; } = Arb.From(Gen.Frequency(
        (6, Gen.Elements(Pieces)),
        (4, Several(2, 5)),
        (2, Characters()),
        (1, Gen.Elements(Pieces).Select(p => p.Length == 0 ? "" : string.Concat(Enumerable.Repeat(p, 1 + (10_000 / p.Length)))))),
        Shrink);

    private static Gen<string> Several(int least, int most) =>
        from count in Gen.Choose(least, most)
        from pieces in Gen.ArrayOf(Gen.Elements(Pieces), count)
        select string.Concat(pieces);

    private static Gen<string> Characters() =>
        from count in Gen.Choose(1, 24)
        from codes in Gen.ArrayOf(Gen.Frequency((3, Gen.Choose(0, 0x7f)), (2, Gen.Choose(0x80, 0x2fff)), (1, Gen.Choose(0x3000, 0xffff))), count)
        select string.Concat(codes.Select(c => (char)c));

    // Halves first, then single characters: a failure is shown by the least text that brings it about.
    private static IEnumerable<string> Shrink(string text)
    {
        if (text.Length > 1)
        {
            yield return text[..(text.Length / 2)];
            yield return text[(text.Length / 2)..];
        }

        for (int i = 0; i < Math.Min(text.Length, 40); i++)
        {
            yield return text.Remove(i, 1);
        }
    }
}
