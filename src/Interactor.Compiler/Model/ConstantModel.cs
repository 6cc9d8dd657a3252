namespace Interactor.Compiler.Model;

/// <summary>The one value that a property can have.</summary>
public abstract record ConstantModel;

public sealed record TextConstant(string Value) : ConstantModel;

public sealed record IntegerConstant(long Value) : ConstantModel;

public sealed record BooleanConstant(bool Value) : ConstantModel;
