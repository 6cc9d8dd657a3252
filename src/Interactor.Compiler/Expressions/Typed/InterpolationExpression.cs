using Interactor.Compiler.Model;

namespace Interactor.Compiler.Expressions;

/// <summary>Text put together from parts, each of which is non-null text already.</summary>
public sealed record InterpolationExpression(EquatableArray<TypedExpression> Parts)
    : TypedExpression(new StringTypeModel(), Parts.Any(p => p.IsSecret));
