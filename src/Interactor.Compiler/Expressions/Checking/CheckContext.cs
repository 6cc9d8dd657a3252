using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Expressions.Parsing;
using Interactor.Compiler.Text;

namespace Interactor.Compiler.Expressions.Checking;

/// <summary>What the checks of one scalar share.</summary>
internal sealed class CheckContext(ExpressionScope scope, ExpressionReport report)
{
    private readonly Stack<(string Name, VariableExpression Variable)> _variables = new();

    private int _lastVariable;

    public ExpressionScope Scope { get; } = scope;

    /// <summary>A script is called somewhere in the scalar.</summary>
    public bool CallsScripts { get; set; }

    public int NewVariable() => ++_lastVariable;

    public VariableExpression? FindVariable(string name)
    {
        foreach ((string known, VariableExpression variable) in _variables)
        {
            if (known == name)
            {
                return variable;
            }
        }

        return null;
    }

    public IEnumerable<string> VariableNames => _variables.Select(v => v.Name);

    /// <summary>Names a variable while <paramref name="check"/> runs.</summary>
    public T With<T>(string name, VariableExpression variable, Func<T> check)
    {
        _variables.Push((name, variable));
        T result = check();
        _variables.Pop();
        return result;
    }

    public ErrorExpression Fail(DiagnosticDescriptor descriptor, TextRange at, params string[] arguments)
    {
        report.Add(descriptor, at, arguments);
        return ErrorExpression.Instance;
    }

    public ExpressionPlace PlaceOf(TextRange range) => PlaceText.Of(report.Scalar, range);

    /// <summary>The characters of a part of the expression, for messages.</summary>
    public string TextOf(TextRange range) => report.Text.Substring(range.Start, range.Length);
}
