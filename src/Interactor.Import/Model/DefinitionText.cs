namespace Interactor.Import.Model;

/// <summary>
/// Text of a definition in which <c>${…}</c> has a meaning. It is made of data, which is escaped, and of expressions, which are made by
/// <see cref="ExpressionText"/>; there is no other way, so text of a document can never become an expression.
/// </summary>
public readonly record struct DefinitionText
{
    private readonly string? _written;

    private DefinitionText(string written) => _written = written;

    /// <summary>The text as it stands in the definition.</summary>
    public string Written => _written ?? "";

    /// <summary>Text that means itself.</summary>
    public static DefinitionText Of(string data) => new(Escape(data));

    /// <summary>One whole expression: the value keeps its type.</summary>
    public static DefinitionText Of(ExpressionText expression) => new("${" + expression.Written + "}");

    /// <summary>Text of a definition that a person wrote, as it stands: the expressions in it are meant. Never text of a document.</summary>
    internal static DefinitionText OfDefinition(string written) => new(written);

    /// <summary>A member of the input as a part of a path: <c>{name}</c>, which is short for an expression.</summary>
    public static DefinitionText PathValue(string name) =>
        name.Length > 0 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.')
            ? new DefinitionText("{" + name + "}")
            : Of(ExpressionText.Input(name));

    public static DefinitionText operator +(DefinitionText left, DefinitionText right) =>
        // A dollar in front of a brace would make an expression of it, or escape one.
        left.Written.EndsWith('$') && right.Written is ['{', ..] or ['$', '{', ..]
            ? new DefinitionText(WithoutDollars(left.Written, out string dollars) + "${'" + dollars + "'}" + right.Written)
            : new DefinitionText(left.Written + right.Written);

    public override string ToString() => Written;

    private static string WithoutDollars(string text, out string dollars)
    {
        string before = text.TrimEnd('$');
        dollars = text[before.Length..];
        return before;
    }

    /// <summary>Data as a definition holds it: <c>${</c> becomes <c>$${</c>.</summary>
    internal static string Escape(string data) => data.Contains("${", StringComparison.Ordinal) ? data.Replace("${", "$${") : data;
}
