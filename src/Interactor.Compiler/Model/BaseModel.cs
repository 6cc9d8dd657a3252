namespace Interactor.Compiler.Model;

/// <summary>An object that others extend and whose tag says which one a value is: an abstract record.</summary>
public sealed record BaseModel : DatatypeModel
{
    /// <summary>The JSON name of the tag.</summary>
    public required string Tag { get; init; }

    /// <summary>What all that extend it have alike.</summary>
    public required EquatableArray<PropertyModel> Properties { get; init; }

    /// <summary>The records that extend it, each with the tag's texts that stand for it.</summary>
    public required EquatableArray<DerivedModel> Derived { get; init; }

    /// <summary>The record that keeps a value with an unknown tag.</summary>
    public required string UnknownName { get; init; }
}

/// <param name="Name">The C# name.</param>
public sealed record DerivedModel(string Name, EquatableArray<string> Tags);
