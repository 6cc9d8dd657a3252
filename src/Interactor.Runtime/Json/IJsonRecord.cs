namespace Interactor.Runtime.Json;

/// <summary>What generated code says of a record: its members, each named once for reading, writing and printing, in the order of its facts.</summary>
/// <typeparam name="T">The type of the record.</typeparam>
public interface IJsonRecord<T> : IJsonClass<T>
    where T : class
{
    /// <summary>What reading validates of the members; null for nothing.</summary>
    public static virtual JsonMemberProof? Proof => null;

    /// <summary>How members are read and written that the list does not name and that have a type; null where they have none.</summary>
    public static virtual JsonOthers? Others => null;

    /// <summary>Visits every member once, which reads or writes it.</summary>
    /// <param name="walk">Reads or writes.</param>
    /// <param name="value">What is written, or what was read of the record so far; null where it is read for the first time.</param>
    /// <returns>What was read, or a copy of what was written.</returns>
    public static abstract T Walk(ref JsonWalk walk, T? value);
}
