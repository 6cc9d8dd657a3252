namespace Interactor.Runtime.Json;

/// <summary>What generated code says of a record: its members, each named once for all that is done with them, in the order of its facts.</summary>
/// <typeparam name="T">The type of the record.</typeparam>
public interface IJsonRecord<T> : IJsonClass<T>
    where T : class
{
    /// <summary>What reading validates of the members; null for nothing.</summary>
    public static virtual JsonMemberProof? Proof => null;

    /// <summary>How members are read and written that the list does not name and that have a type; null where they have none.</summary>
    public static virtual JsonOthers? Others => null;

    /// <summary>A test of what neither the types of the members nor their contracts say, such as a length: false leaves it to validation.</summary>
    /// <param name="value">A record whose members have passed their own tests.</param>
    public static virtual bool Test(T value) => true;

    /// <summary>Visits every member once, which reads, writes, prints or tests it.</summary>
    /// <param name="walk">What is done with it.</param>
    /// <param name="value">A whole record, or what was read of it so far; null where it is read for the first time.</param>
    /// <returns>What was read, or a copy of the record.</returns>
    public static abstract T Walk(ref JsonWalk walk, T? value);
}
