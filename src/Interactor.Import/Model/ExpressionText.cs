using System.Globalization;
using System.Text;

namespace Interactor.Import.Model;

/// <summary>The text of an expression, without the <c>${</c> and <c>}</c> around it.</summary>
public readonly record struct ExpressionText
{
    private readonly string? _written;

    private ExpressionText(string written) => _written = written;

    public string Written => _written ?? "null";

    public static ExpressionText Null => new("null");

    /// <summary>A text literal. The only place where text of a document becomes part of an expression.</summary>
    public static ExpressionText Literal(string text)
    {
        StringBuilder literal = new("'");
        foreach (char c in text)
        {
            // Braces, dollars and quotes are written by their numbers: nothing in a literal looks like a part of the language.
            if (c is >= ' ' and <= '~' and not ('\'' or '"' or '\\' or '$' or '{' or '}'))
            {
                literal.Append(c);
            }
            else
            {
                literal.Append("\\u").Append(((int)(char.IsSurrogate(c) ? '\uFFFD' : c)).ToString("x4", CultureInfo.InvariantCulture));
            }
        }

        return new ExpressionText(literal.Append('\'').ToString());
    }

    /// <summary>A variable of the connector, whose name is a word.</summary>
    public static ExpressionText Variable(string name) => new("variables." + Word(name));

    /// <summary>A member of the input, whatever its name is.</summary>
    public static ExpressionText Input(string name) => new ExpressionText("input").Member(name);

    /// <summary>The token that a method keeps.</summary>
    public static ExpressionText Token => new("token.main.value");

    /// <summary>The body of a response.</summary>
    public static ExpressionText ResponseBody => new("response.body");

    /// <summary>The output of an action.</summary>
    public static ExpressionText Output => new("output");

    /// <summary>One of several.</summary>
    public static ExpressionText Item => new("item");

    /// <summary>The response has one of the statuses.</summary>
    public static ExpressionText StatusIs(params int[] statuses) =>
        new(string.Join(" || ", statuses.Distinct().Select(s => "response.status == " + s.ToString(CultureInfo.InvariantCulture))));

    public ExpressionText Member(string name) =>
        IsWord(name) ? new ExpressionText(Written + "." + name) : new ExpressionText(Written + "[" + Literal(name).Written + "]");

    /// <summary>A member, or null where it is missing.</summary>
    public ExpressionText MemberOrNull(string name) =>
        IsWord(name) ? new ExpressionText(Written + "?." + name) : new ExpressionText(Written + "?[" + Literal(name).Written + "]");

    public ExpressionText Or(ExpressionText otherwise) => new(Written + " ?? " + otherwise.Written);

    public ExpressionText Plus(ExpressionText next) => new(Written + " + " + next.Written);

    public ExpressionText IsEqualTo(ExpressionText other) => new(Written + " == " + other.Written);

    public ExpressionText Choose(ExpressionText then, ExpressionText otherwise) =>
        new(Written + " ? " + then.Written + " : " + otherwise.Written);

    public ExpressionText InParentheses() => new("(" + Written + ")");

    /// <summary>None of the values is null.</summary>
    public static ExpressionText AreGiven(params ExpressionText[] values) => new(string.Join(" && ", values.Select(v => v.Written + " != null")));

    /// <summary>A function of the language over values.</summary>
    public static ExpressionText Call(string function, params ExpressionText[] arguments) =>
        new(function + "(" + string.Join(", ", arguments.Select(a => a.Written)) + ")");

    public override string ToString() => Written;

    // Words of the expression grammar cannot be members without quotes.
    private static readonly HashSet<string> Reserved = new(StringComparer.Ordinal) { "true", "false", "null", "in" };

    private static bool IsWord(string name) =>
        name.Length > 0
        && name[0] is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '_'
        && name.All(c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_')
        && !Reserved.Contains(name);

    private static string Word(string name) =>
        IsWord(name) ? name : throw new ArgumentException($"'{name}' is no name of a variable.", nameof(name));
}
