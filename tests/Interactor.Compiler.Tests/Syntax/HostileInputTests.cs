using System.Text;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Tests.Syntax;

public sealed class HostileInputTests
{
    private const string Yaml = """
        # definition
        id: gmail
        &k servers: &s {api: https://x.example, "b\u0041": 'c''d'}
        again: *s
        list:
          - one
          - - two
            - {three: [1, 0x1F, ~]}
          -
        ? complex
        : |+
          literal ${input.x}
            more

        folded: >-2
            a
           b
        multi: "x
          y\
          z"
        ---
        !tag second: {<<: *s}
        ...
        """;

    private const string Json = """
        {"id": "gmail", "list": [1, -2.5e3, true, null, "\u00e9\n"], /* c */ "o": {"a": {}, 'b': [[]],},}
        """;

    private static readonly string Alphabet = " \n\r\t:-?,[]{}#&*!|>'\"%@`\\<=~.0123456789abcxuUnN_/+$\u0000\u0001\u0085\u2028\uFEFF\uFFFD\uD83D\uDE00é";

    [Theory]
    [InlineData("connector.yaml", Yaml)]
    [InlineData("connector.json", Json)]
    [InlineData("connector.yaml", Json)]
    public void Mutations_never_throw(string path, string seed)
    {
        Random random = new(42);
        for (int i = 0; i < 30_000; i++)
        {
            Survive(path, Mutate(seed, random));
        }
    }

    [Theory]
    [InlineData("connector.yaml")]
    [InlineData("connector.json")]
    public void Random_text_never_throws(string path)
    {
        Random random = new(43);
        for (int i = 0; i < 30_000; i++)
        {
            char[] text = new char[random.Next(0, 40)];
            for (int c = 0; c < text.Length; c++)
            {
                text[c] = Alphabet[random.Next(Alphabet.Length)];
            }

            Survive(path, new string(text));
        }
    }

    [Theory]
    [InlineData("connector.yaml")]
    [InlineData("connector.json")]
    public void Random_bytes_never_throw(string path)
    {
        Random random = new(44);
        byte[] bytes = new byte[200];
        for (int i = 0; i < 5_000; i++)
        {
            random.NextBytes(bytes);
            Survive(path, Encoding.UTF8.GetString(bytes));
            Survive(path, Encoding.Latin1.GetString(bytes));
        }
    }

    [Theory]
    [InlineData("connector.yaml", Yaml)]
    [InlineData("connector.json", Json)]
    public void Every_prefix_ends_in_findings_or_a_tree(string path, string text)
    {
        for (int length = 0; length <= text.Length; length++)
        {
            Survive(path, text[..length]);
        }
    }

    private static void Survive(string path, string text)
    {
        Reading reading = Reading.Of(path, text);
        Assert.True(reading.Root is not null || reading.Diagnostics.Count > 0, "Neither a tree nor a finding: " + text);
        foreach (ScalarNode scalar in TreeText.ScalarsOf(reading.Root))
        {
            Assert.InRange(scalar.Range.End, scalar.Range.Start, text.Length);
            _ = scalar.Locate(0, scalar.Text.Length);
            if (reading.Diagnostics.Count == 0)
            {
                ScalarOffsets.Check(scalar);
            }
        }
    }

    private static string Mutate(string seed, Random random)
    {
        StringBuilder text = new(seed);
        for (int edits = random.Next(1, 6); edits > 0 && text.Length > 0; edits--)
        {
            int at = random.Next(text.Length);
            switch (random.Next(4))
            {
                case 0:
                    text.Remove(at, Math.Min(random.Next(1, 8), text.Length - at));
                    break;
                case 1:
                    text[at] = Alphabet[random.Next(Alphabet.Length)];
                    break;
                case 2:
                    text.Insert(at, text.ToString(at, Math.Min(random.Next(1, 30), text.Length - at)));
                    break;
                default:
                    text.Insert(at, Alphabet[random.Next(Alphabet.Length)]);
                    break;
            }
        }

        return text.ToString();
    }
}
