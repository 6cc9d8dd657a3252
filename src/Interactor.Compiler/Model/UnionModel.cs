namespace Interactor.Compiler.Model;

/// <summary>A value of one of several types.</summary>
public sealed record UnionModel : DatatypeModel
{
    public required EquatableArray<UnionCaseModel> Cases { get; init; }

    /// <summary>The case that keeps values with a tag that the definition does not know; null where none decides.</summary>
    public string? UnknownCase { get; init; }

    /// <summary>How a reader finds the case.</summary>
    public required UnionChoiceModel Choice { get; init; }
}

/// <param name="CSharpName">The nested type of the case.</param>
/// <param name="Summary">What the case is.</param>
/// <param name="IsSecret">No text for people shows its value.</param>
public sealed record UnionCaseModel(string CSharpName, TypeModel Type, string Summary, bool IsSecret = false)
{
    /// <summary>The test of its value; null where only validation can tell.</summary>
    public CheckModel? Check { get; init; }
}

/// <summary>How the case of a union is told from the JSON: decided when compiling, carried out when reading. Cases are numbered from 0.</summary>
public abstract record UnionChoiceModel;

/// <summary>There is one case left.</summary>
public sealed record CaseChoice(int Case) : UnionChoiceModel;

/// <summary>The kind of the value decides.</summary>
public sealed record KindChoice(EquatableArray<KindArm> Arms) : UnionChoiceModel;

/// <param name="Kinds">One kind or several; <see cref="JsonType.Number"/> for integers too.</param>
public sealed record KindArm(JsonType Kinds, UnionChoiceModel Choice);

/// <summary>The text of one member decides; a text that no arm has leads to the unknown case.</summary>
/// <param name="Property">The member's JSON name.</param>
public sealed record TagChoice(string Property, EquatableArray<TagArm> Arms) : UnionChoiceModel;

public sealed record TagArm(string Value, int Case);

/// <summary>The first of these members that is there decides.</summary>
/// <param name="Otherwise">What decides where none of them is there; null when such a value is of no case.</param>
public sealed record KeyChoice(EquatableArray<KeyArm> Arms, UnionChoiceModel? Otherwise) : UnionChoiceModel;

public sealed record KeyArm(string Key, int Case);

/// <summary>Validation decides.</summary>
/// <param name="IsExact">A value that several schemas accept is of no case; otherwise it is of the first.</param>
public sealed record TrialChoice(bool IsExact, EquatableArray<TrialArm> Arms) : UnionChoiceModel;

public sealed record TrialArm(SchemaReference Schema, int Case);
