namespace Interactor.Runtime.Json;

/// <summary>What generated code says of any type: what its values must match.</summary>
/// <typeparam name="T">The type.</typeparam>
public interface IJsonClass<T>
{
    /// <summary>The texts of the type; none where its schema is a part of another and it has no members.</summary>
    public static virtual JsonFacts Facts => default;

    /// <summary>The schemas of the datatypes that the schema refers to, in the order in which its text first names them.</summary>
    public static virtual JsonSchema?[] References() => [];

    /// <summary>The schema where it is a part of another; null where its text is among the facts.</summary>
    public static virtual JsonSchema? Part => null;
}
