namespace Interactor.Compiler.Expressions.Checking;

/// <summary>
/// A run of members, indexes and method calls. Once a <c>?.</c> meets null the rest of the run is not worked out, so the null
/// conditions are collected on the way and put around the whole run at its end.
/// </summary>
internal sealed class AccessChain(TypedExpression start)
{
    private readonly List<(TypedExpression Target, int Variable)> _conditions = [];

    /// <summary>What the run has reached.</summary>
    public TypedExpression Inner { get; set; } = start;

    /// <summary>Goes on only where the value is not null.</summary>
    public void Condition(int variable)
    {
        _conditions.Add((Inner, variable));
        Inner = new VariableExpression(variable, Inner.Type.AsNonNull(), Inner.IsSecret);
    }

    public TypedExpression Close()
    {
        TypedExpression whole = Inner;
        if (whole is ErrorExpression)
        {
            return whole;
        }

        for (int i = _conditions.Count - 1; i >= 0; i--)
        {
            whole = new NullConditionalExpression(_conditions[i].Target, _conditions[i].Variable, whole);
        }

        return whole;
    }
}
