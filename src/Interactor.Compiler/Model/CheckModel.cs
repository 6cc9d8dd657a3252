namespace Interactor.Compiler.Model;

/// <summary>
/// A cheap test of a value in C# that answers true only when the value's JSON certainly matches the schema. What has no such
/// test is validated as JSON.
/// </summary>
public abstract record CheckModel;

/// <summary>The type says all that the schema says.</summary>
public sealed record TypeCheck : CheckModel;

/// <summary>Lengths in code points, a regular expression and a format.</summary>
public sealed record TextCheck(int Minimum, int Maximum, string? Pattern = null, string? Format = null) : CheckModel;

/// <param name="Factor">The integer is a multiple of it.</param>
public sealed record IntegerCheck(long Minimum, long Maximum, long Factor = 1) : CheckModel;

/// <summary>A finite number between bounds. Where a bound itself counts as well, it is a whole number that a double holds exactly.</summary>
public sealed record NumberCheck(NumberBound Minimum, NumberBound Maximum) : CheckModel;

public readonly record struct NumberBound(double Value, bool IsInclusive);

/// <summary>One of the values that an open enum knows.</summary>
public sealed record KnownValueCheck : CheckModel;

/// <summary>One of the values that a C# enum defines.</summary>
public sealed record DefinedValueCheck : CheckModel;

/// <param name="IsUnique">No item twice; they are texts or integers.</param>
public sealed record ListCheck(int Minimum, int Maximum, CheckModel Items, bool IsUnique = false) : CheckModel;

public sealed record MapCheck(int Minimum, int Maximum, CheckModel Values) : CheckModel;

/// <summary>Another type says all that the schema says.</summary>
public sealed record NamedCheck(string Name) : CheckModel;
