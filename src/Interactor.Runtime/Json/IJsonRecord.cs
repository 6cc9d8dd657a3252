namespace Interactor.Runtime.Json;

/// <summary>What generated code says of a record: its members, each named once for writing and printing.</summary>
/// <typeparam name="T">The type of the record.</typeparam>
public interface IJsonRecord<T> : IJsonType<T>
    where T : class
{
    /// <summary>The members, in the order in which <see cref="Visit"/> visits them, as <see cref="JsonMemberTable"/> understands them.</summary>
    public static abstract string Members { get; }

    /// <summary>What reading validates of the members; null for nothing.</summary>
    public static virtual JsonMemberProof? Proof => null;

    /// <summary>Writes every member once, and ends.</summary>
    /// <param name="members">Writes or prints.</param>
    /// <param name="value">The record.</param>
    public static abstract void Visit(ref JsonMemberWriter members, T value);
}
