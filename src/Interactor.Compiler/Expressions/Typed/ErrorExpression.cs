using Interactor.Compiler.Model;

namespace Interactor.Compiler.Expressions;

/// <summary>Stands for an expression whose error is reported; it takes part in everything without a second report.</summary>
public sealed record ErrorExpression() : TypedExpression(new AnyTypeModel(), IsSecret: false)
{
    public static ErrorExpression Instance { get; } = new();
}
