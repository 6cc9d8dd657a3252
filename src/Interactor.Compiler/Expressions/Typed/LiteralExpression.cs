using Interactor.Compiler.Model;

namespace Interactor.Compiler.Expressions;

/// <summary>A value written in the definition.</summary>
/// <param name="Value">A <c>string</c>, <c>long</c>, <c>double</c>, <c>bool</c>, or null.</param>
public sealed record LiteralExpression(TypeModel Type, object? Value) : TypedExpression(Type, IsSecret: false)
{
    public static LiteralExpression Null { get; } = new(new NullTypeModel { IsNullable = true }, null);

    /// <summary>The text, when the literal is one.</summary>
    public string? Text => Value as string;

    public static LiteralExpression Of(string value) => new(new StringTypeModel(), value);

    public static LiteralExpression Of(long value) => new(new IntegerTypeModel(), value);

    public static LiteralExpression Of(double value) => new(new NumberTypeModel(), value);

    public static LiteralExpression Of(bool value) => new(new BooleanTypeModel(), value);
}
