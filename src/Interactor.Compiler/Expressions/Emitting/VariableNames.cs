namespace Interactor.Compiler.Expressions.Emitting;

/// <summary>
/// Names the variables of an expression by how deep they stand, so that no scope inside the expression meets a name twice.
/// The scopes are lambdas and switch arms, which leave nothing behind in the method around them.
/// </summary>
internal sealed class VariableNames
{
    private readonly Dictionary<int, string> _names = [];

    private int _depth;

    public string this[int variable] => _names[variable];

    public string Within(int variable, Func<string, string> emit)
    {
        bool isHiding = _names.TryGetValue(variable, out string? hidden);
        string name = $"it{++_depth}";
        _names[variable] = name;
        string result = emit(name);
        _depth--;
        if (isHiding)
        {
            _names[variable] = hidden!;
        }

        return result;
    }
}
