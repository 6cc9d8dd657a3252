using System.Globalization;
using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Expressions;
using Interactor.Compiler.Syntax;
using Interactor.Compiler.Text;

namespace Interactor.Compiler.Binding;

/// <summary>
/// Takes the keys of one mapping. What is left when the binder is done is unknown and reported, with the near names.
/// </summary>
internal sealed class MappingReader(MappingNode node, BindingContext context, string what)
{
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    public MappingNode Node => node;

    /// <summary>What messages call the mapping.</summary>
    public string What => what;

    public Location Location => node.Location;

    public SyntaxNode? Take(string key)
    {
        _known.Add(key);
        return node.Find(key);
    }

    public bool Has(string key) => node.Find(key) is not null;

    /// <summary>Takes a key that must be there.</summary>
    public SyntaxNode? Require(string key)
    {
        SyntaxNode? value = Take(key);
        if (value is null)
        {
            context.Report(StructureDiagnostics.MissingKey, KeyPlace(), BindingContext.Capital(what), key);
        }

        return value;
    }

    /// <summary>A key whose construct is recognised but not carried out yet.</summary>
    public void NotYet(string key, DiagnosticDescriptor descriptor)
    {
        _known.Add(key);
        if (node.FindEntry(key) is { } entry)
        {
            context.Report(descriptor, entry.Key, key);
        }
    }

    public ScalarNode? TakeScalar(string key) => Scalar(key, Take(key));

    public ScalarNode? RequireScalar(string key) => Scalar(key, Require(key));

    /// <summary>Fixed text: an expression in it is an error.</summary>
    public string? TakeText(string key) => TakeScalar(key) is { } scalar ? Fixed(key, scalar) : null;

    public string? RequireText(string key) => RequireScalar(key) is { } scalar ? Fixed(key, scalar) : null;

    public MappingReader? TakeMapping(string key, string? name = null) => context.ReadMapping(Take(key), name ?? $"'{key}'");

    public bool TakeBoolean(string key, bool otherwise = false)
    {
        if (TakeScalar(key) is not { } scalar)
        {
            return otherwise;
        }

        if (scalar.Kind == ScalarKind.Boolean)
        {
            return scalar.Text is "true" or "True" or "TRUE";
        }

        context.Report(StructureDiagnostics.WrongType, scalar, $"'{key}'", "true or false", NodeKind.Describe(scalar));
        return otherwise;
    }

    public int TakeInteger(string key, int otherwise, int minimum, int maximum)
    {
        if (TakeScalar(key) is not { } scalar)
        {
            return otherwise;
        }

        if (scalar.Kind != ScalarKind.Integer)
        {
            context.Report(StructureDiagnostics.WrongType, scalar, $"'{key}'", "an integer", NodeKind.Describe(scalar));
            return otherwise;
        }

        if (!int.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value) || value < minimum || value > maximum)
        {
            context.Report(
                StructureDiagnostics.NumberOutOfRange,
                scalar,
                $"'{key}'",
                minimum.ToString(CultureInfo.InvariantCulture),
                maximum.ToString(CultureInfo.InvariantCulture));
            return otherwise;
        }

        return value;
    }

    /// <summary>One of a closed set of words.</summary>
    public T TakeChoice<T>(string key, T otherwise, params (string Word, T Value)[] choices)
    {
        if (TakeScalar(key) is not { } scalar)
        {
            return otherwise;
        }

        foreach ((string word, T value) in choices)
        {
            if (word == scalar.Text)
            {
                return value;
            }
        }

        string[] words = [.. choices.Select(c => c.Word)];
        context.Report(StructureDiagnostics.UnknownValue, scalar, scalar.Text, $"'{key}'", string.Join(", ", words), Nearest.Hint(scalar.Text, words));
        return otherwise;
    }

    /// <summary>One of a closed set of words; a key that must be there.</summary>
    public T RequireChoice<T>(string key, T otherwise, params (string Word, T Value)[] choices)
    {
        Require(key);
        return TakeChoice(key, otherwise, choices);
    }

    /// <summary>A list of fixed texts; a single text stands for a list of one.</summary>
    public IReadOnlyList<ScalarNode> TakeScalars(string key)
    {
        SyntaxNode? value = Take(key);
        if (value is null)
        {
            return [];
        }

        List<ScalarNode> scalars = [];
        foreach (SyntaxNode item in value is SequenceNode sequence ? sequence.Items : [value])
        {
            if (Scalar(key, item) is { } scalar && Fixed(key, scalar) is not null)
            {
                scalars.Add(scalar);
            }
        }

        return scalars;
    }

    /// <summary>Reports every key that nobody took.</summary>
    public void Done()
    {
        foreach (MappingEntry entry in node.Entries)
        {
            if (!_known.Contains(entry.Key.Text) && !entry.Key.Text.StartsWith("x-", StringComparison.Ordinal))
            {
                context.Report(StructureDiagnostics.UnknownKey, entry.Key, entry.Key.Text, what, Nearest.Hint(entry.Key.Text, _known));
            }
        }
    }

    private ScalarNode? Scalar(string key, SyntaxNode? value)
    {
        switch (value)
        {
            case null:
                return null;
            case ScalarNode { Kind: not ScalarKind.Null } scalar:
                return scalar;
            default:
                context.Report(StructureDiagnostics.WrongType, value, $"'{key}'", "text", NodeKind.Describe(value));
                return null;
        }
    }

    private string? Fixed(string key, ScalarNode scalar)
    {
        if (ScalarBinder.HasExpression(scalar))
        {
            context.Report(StructureDiagnostics.ExpressionNotAllowed, scalar, $"'{key}'");
            return null;
        }

        return scalar.Text.Replace("$${", "${");
    }

    // A missing key is reported at the first key of the mapping: the place a reader looks at.
    private SyntaxNode KeyPlace() => node.Entries.Count > 0 ? node.Entries[0].Key : node;
}
