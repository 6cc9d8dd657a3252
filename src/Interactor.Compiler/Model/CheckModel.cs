namespace Interactor.Compiler.Model;

/// <summary>
/// A cheap test of a value in C# that answers true only when the value's JSON certainly matches the schema. What has no such
/// test is validated as JSON.
/// </summary>
public abstract record CheckModel;

/// <summary>The type says all that the schema says.</summary>
public sealed record TypeCheck : CheckModel;

/// <summary>Lengths in code points.</summary>
public sealed record TextCheck(int Minimum, int Maximum) : CheckModel;

public sealed record IntegerCheck(long Minimum, long Maximum) : CheckModel;

/// <summary>A number that JSON can write.</summary>
public sealed record FiniteCheck : CheckModel;

/// <summary>One of the values that an open enum knows.</summary>
public sealed record KnownValueCheck : CheckModel;

public sealed record ListCheck(int Minimum, int Maximum, CheckModel Items) : CheckModel;

/// <summary>The test of another record.</summary>
public sealed record RecordCheck(string Name) : CheckModel;
