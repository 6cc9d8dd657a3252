namespace Interactor.Compiler.Tests.Expressions;

public sealed class ExpressionDiagnosticTests
{
    /// <summary>The expression, the column inside it (from 1) at which the error stands, its id, and a part of its message.</summary>
    [Theory]
    [InlineData("'abc", 1, "INTC1103", "closing '")]
    [InlineData("1 + 'a\\qb'", 7, "INTC1104", "\\q")]
    [InlineData("'\\ud83d'", 2, "INTC1104", "\\u")]
    [InlineData("1 + 12ab", 5, "INTC1105", "12ab")]
    [InlineData("9223372036854775808", 1, "INTC1105", "64 bits")]
    [InlineData("1e999", 1, "INTC1105", "too large")]
    [InlineData("input.small = 1", 13, "INTC1106", "Equality is '=='")]
    [InlineData("1 & 2", 3, "INTC1106", "'&&'")]
    [InlineData("1 + ", 5, "INTC1107", "a value")]
    [InlineData("(1 + 2", 7, "INTC1107", "')'")]
    [InlineData("input.", 7, "INTC1107", "name of a member")]
    [InlineData("input.yes and input.yes", 11, "INTC1107", "'&&'")]
    [InlineData("[1 2]", 4, "INTC1107", "',' or ']'")]
    [InlineData("{a 1}", 4, "INTC1107", "':'")]
    [InlineData("{1: 2}", 2, "INTC1107", "a key")]
    [InlineData("input.?text", 7, "INTC1107", "'?.'")]
    [InlineData("5u", 1, "INTC1109", "unsigned")]
    [InlineData("b'ab'", 1, "INTC1109", "utf8(")]
    [InlineData("inptu.text", 1, "INTC1110", "Did you mean 'input'?")]
    [InlineData("1 + nothing", 5, "INTC1110", "input, variables, response")]
    [InlineData("base64", 1, "INTC1110", "base64(…)")]
    [InlineData("input.txt", 7, "INTC1111", "Did you mean 'text'?")]
    [InlineData("input.message.parent?.ids", 23, "INTC1111", "Did you mean 'id'?")]
    [InlineData("response.bdy.x", 10, "INTC1111", "Did you mean 'body'?")]
    [InlineData("variables.sit", 11, "INTC1111", "Did you mean 'site'?")]
    [InlineData("input.text.length", 12, "INTC1111", "size(…)")]
    [InlineData("input.text.trim", 12, "INTC1111", ".trim(…)")]
    [InlineData("input.message.trim()", 15, "INTC1111", "trim(…)")]
    [InlineData("text.lowr('a')", 1, "INTC1112", "Did you mean 'text.lower'?")]
    [InlineData("base46('a')", 1, "INTC1112", "Did you mean 'base64'?")]
    [InlineData("lower('a')", 1, "INTC1112", "Did you mean 'text.lower'?")]
    [InlineData("input.text.startWith('a')", 12, "INTC1112", "Did you mean 'startsWith'?")]
    [InlineData("inptu.text.trim()", 1, "INTC1110", "Did you mean 'input'?")]
    [InlineData("text.replace('a', 'b')", 6, "INTC1113", "3 arguments, but 2 are given")]
    [InlineData("'a'.startsWith()", 5, "INTC1113", "1 argument, but 0 are given")]
    [InlineData("input.tags.map(x)", 12, "INTC1113", "2 to 3 arguments, but 1 is given")]
    [InlineData("has()", 1, "INTC1113", "1 argument, but 0 are given")]
    [InlineData("text.lower(5 == 5 ? input.tags : [])", 12, "INTC1114", "wants text as its first argument, but this is a list")]
    [InlineData("text.join(5)", 11, "INTC1114", "a list of text")]
    [InlineData("text.substring('abc', '1')", 23, "INTC1114", "second argument")]
    [InlineData("text.lower(input.absent)", 12, "INTC1115", "'input.absent' may be null")]
    [InlineData("input.absent.size()", 14, "INTC1115", "'input.absent' may be null")]
    [InlineData("input.message.parent.id", 22, "INTC1115", "'input.message.parent' may be null")]
    [InlineData("input.noTags[0]", 13, "INTC1115", "'input.noTags' may be null")]
    [InlineData("1 + input.none", 5, "INTC1115", "'input.none' may be null")]
    [InlineData("input.none > 1", 1, "INTC1115", "may be null")]
    [InlineData("input.unsure ? 1 : 2", 1, "INTC1115", "may be null")]
    [InlineData("null.x", 6, "INTC1115", "'null' may be null")]
    [InlineData("true + 1", 6, "INTC1116", "'+' does not work on true or false and an integer")]
    [InlineData("1.5 % 2", 5, "INTC1116", "integers")]
    [InlineData("'a' - 'b'", 5, "INTC1116", "int(…)")]
    [InlineData("response.body + response.body", 15, "INTC1116", "string(…), int(…) or double(…)")]
    [InlineData("-'a'", 1, "INTC1116", "text")]
    [InlineData("'a' + 1", 7, "INTC1117", "an integer")]
    [InlineData("input.data + 'a'", 1, "INTC1117", "bytes")]
    [InlineData("1 == 'a'", 3, "INTC1118", "An integer and text")]
    [InlineData("input.time < 5", 12, "INTC1118", "A timestamp and an integer")]
    [InlineData("true < false", 6, "INTC1118", "cannot be compared")]
    [InlineData("1 in input.tags", 3, "INTC1118", "An integer and text")]
    [InlineData("input.yes ? 1 : 'a'", 17, "INTC1119", "an integer and text")]
    [InlineData("input.none ?? 'a'", 15, "INTC1119", "an integer or null and text")]
    [InlineData("input.tags['a']", 12, "INTC1120", "A list cannot be indexed with text")]
    [InlineData("input.text[0]", 12, "INTC1120", "Text cannot be indexed")]
    [InlineData("input.labels[1]", 14, "INTC1120", "A map cannot be indexed with an integer")]
    [InlineData("input.text ? 1 : 2", 1, "INTC1121", "true or false is wanted")]
    [InlineData("!input.small", 2, "INTC1121", "true or false is wanted")]
    [InlineData("mime(input.message)", 6, "INTC1121", "mime({")]
    [InlineData("input.text.map(x, x)", 12, "INTC1122", "text")]
    [InlineData("'a' in input.text", 8, "INTC1122", "text.contains(part)")]
    [InlineData("input.tags.map('x', 1)", 16, "INTC1123", "map")]
    [InlineData("has(input)", 5, "INTC1124", "has(input.name)")]
    [InlineData("[1].map(a, [1].map(b, [1].map(c, [1].map(d, 1))))", 38, "INTC1125", "more than 3")]
    [InlineData("'a'.matches(input.text)", 13, "INTC1126", "first argument")]
    [InlineData("hmac(input.text, 'k', 'd')", 6, "INTC1126", "hmac wants its first")]
    [InlineData("'a'.matches('(')", 13, "INTC1127", "regular expression")]
    [InlineData("'a'.matches('(?=a)')", 13, "INTC1127", "look-around")]
    [InlineData("'a'.matches('(a)\\\\1')", 13, "INTC1127", "refers back")]
    [InlineData("'a'.matches('a{2000}')", 13, "INTC1127", "1000")]
    [InlineData("'a'.matches('(a{1000}){1000}')", 13, "INTC1127", "too large")]
    [InlineData("'a'.matches('((((a{0,99}){99}|b)))c')", 13, "INTC1127", "too large")]
    [InlineData("time.format(input.time, 'YYYY-MM-DD')", 25, "INTC1128", "'YYYY'")]
    [InlineData("duration('1 hour')", 10, "INTC1128", "1h30m")]
    [InlineData("hmac('sha265', 'k', 'd')", 6, "INTC1129", "Did you mean 'sha256'?")]
    [InlineData("mime({subjct: 'a'})", 7, "INTC1129", "Did you mean 'subject'?")]
    [InlineData("mime({attachments: [{nam: 'a'}]})", 22, "INTC1129", "Did you mean 'name'?")]
    [InlineData("{a: 1, a: 2}", 8, "INTC1130", "'a'")]
    [InlineData("response", 1, "INTC1131", "status, headers, body, raw")]
    [InlineData("text.lower(variables)", 12, "INTC1131", "site")]
    [InlineData("jwt({})", 1, "INTC1190", "'jwt'")]
    [InlineData("xml.parse('a')", 1, "INTC1190", "'xml.parse'")]
    [InlineData("scripts.run(input)", 1, "INTC1112", "'scripts.run'")]
    [InlineData("nope.fn('a')", 1, "INTC1112", "'nope.fn'")]
    public void An_error_stands_at_its_column(string expression, int column, string id, string part)
    {
        Bound bound = Bound.FromYaml("value: |-\n  ${" + expression + "}\n");

        Diagnostics.Diagnostic diagnostic = Assert.Single(bound.Diagnostics.ToSorted());
        Assert.Equal(id, diagnostic.Descriptor.Id);
        Assert.Equal($"connector.yaml(2,{column + 4})", diagnostic.Location.ToString());
        Assert.Contains(part, diagnostic.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("value: a ${b", "INTC1101", 10)]
    [InlineData("value: ok ${input.text} ${input.text", "INTC1101", 25)]
    [InlineData("value: ${}", "INTC1102", 8)]
    [InlineData("value: 'x ${input.text + 1}'", "INTC1117", 26)]
    [InlineData("value: \"\\u0078 ${input.txt}\"", "INTC1111", 24)]
    [InlineData("value: '${''a'' + 1}'", "INTC1117", 19)]
    public void Places_survive_the_yaml_around_them(string yaml, string id, int column)
    {
        Diagnostics.Diagnostic diagnostic = Assert.Single(Bound.FromYaml(yaml).Diagnostics.ToSorted());

        Assert.Equal(id, diagnostic.Descriptor.Id);
        Assert.Equal($"connector.yaml(1,{column})", diagnostic.Location.ToString());
    }

    [Fact]
    public void Places_survive_folded_lines()
    {
        Bound bound = Bound.FromYaml("value: >-\n  one ${input.text}\n  two ${input.small +\n    input.txt}\n");

        Assert.Equal("connector.yaml(4,11): error INTC1111: Input has no member 'txt'. Did you mean 'text'?", bound.Errors);
    }

    [Fact]
    public void Every_expression_of_a_text_is_checked()
    {
        Bound bound = Bound.FromText("${input.a1x} ${input.b2x} ${text.lower(input.c3x, 1)}");

        Assert.Equal(["INTC1111", "INTC1111", "INTC1111"], bound.Diagnostics.ToSorted().Select(d => d.Descriptor.Id));
    }

    [Theory]
    [InlineData("(", ")")]
    [InlineData("!", "")]
    [InlineData("- ", "")]
    [InlineData("1 + ", "")]
    [InlineData("input.yes ? 1 : ", "")]
    [InlineData("input.none ?? ", "")]
    [InlineData("[", "]")]
    [InlineData("string(", ")")]
    public void Nesting_is_bounded(string open, string close)
    {
        string expression = string.Concat(Enumerable.Repeat(open, 100_000)) + "1" + string.Concat(Enumerable.Repeat(close, 100_000));

        Bound bound = Bound.FromExpression(expression);

        Assert.Equal("INTC1108", Assert.Single(bound.Diagnostics.ToSorted()).Descriptor.Id);
    }

    [Fact]
    public void Long_chains_are_bounded()
    {
        Assert.StartsWith("connector.yaml(1,", Bound.FromExpression("input" + string.Concat(Enumerable.Repeat(".text", 100_000))).Errors, StringComparison.Ordinal);
        Assert.Empty(Bound.FromExpression(string.Join(" + ", Enumerable.Repeat("'a'", 60))).Errors);
    }

    [Fact]
    public void Any_text_is_answered_without_an_exception()
    {
        Random random = new(20260102);
        string[] pieces = ["${", "}", "{", "$${", "input", ".", "?.", "?[", "[", "]", "(", ")", "'", "\"", "\\", "1", "1.5", "0x", "+", "-", "&&", "??", "?", ":", ",", "map", "x", " ", "\n", "é", "\ud83d", "in", "has", "mime", "text", "r'", "null", "response", "body"];
        for (int i = 0; i < 20_000; i++)
        {
            string text = "${" + string.Concat(Enumerable.Range(0, random.Next(1, 25)).Select(_ => pieces[random.Next(pieces.Length)])) + "}";
            _ = Bound.FromScalar(text);
        }
    }
}
