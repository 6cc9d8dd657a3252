using Interactor.Compiler.Expressions;

namespace Interactor.Compiler.Model;

/// <summary>Where the choices of a property of an input come from, or its schema. Expressions work on any values, because an input is not whole yet when it is asked.</summary>
public sealed record InputValuesModel
{
    /// <summary>The property as a JSON pointer into the input.</summary>
    public required string Property { get; init; }

    /// <summary>The id of the action that is asked.</summary>
    public required string Action { get; init; }

    /// <summary>What it is given, by the names of its input.</summary>
    public EquatableArray<InputParameterModel> Parameters { get; init; }

    /// <summary>The choices in its output; null for the items of its pages, or the items of a list.</summary>
    public TypedExpression? Items { get; init; }

    /// <summary>What a choice stands for; null for the item itself.</summary>
    public TypedExpression? Value { get; init; }

    /// <summary>What people call it; null for the value.</summary>
    public TypedExpression? Label { get; init; }

    /// <summary>The property of its input that takes what a person looks for.</summary>
    public string? Search { get; init; }

    /// <summary>The schema of the property in its output, in place of choices.</summary>
    public TypedExpression? Schema { get; init; }
}

public sealed record InputParameterModel(string Name, TypedExpression Value);
