namespace Interactor.Compiler.Model;

/// <summary>A set of known strings that stays open to unknown ones.</summary>
public sealed record EnumModel : DatatypeModel
{
    public required EquatableArray<EnumMemberModel> Members { get; init; }
}

public sealed record EnumMemberModel(string Value, string CSharpName, string? Summary = null);

/// <summary>A set of known integers: a C# enum, which a cast opens to unknown ones.</summary>
public sealed record IntegerEnumModel : DatatypeModel
{
    public required IntegerWidth Width { get; init; }

    public required EquatableArray<IntegerEnumMemberModel> Members { get; init; }
}

public sealed record IntegerEnumMemberModel(long Value, string CSharpName, string? Summary = null);
