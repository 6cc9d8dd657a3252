namespace Interactor.Runtime.Json;

/// <summary>
/// What generated code says of the input of an action: its members, each named once for reading and once for writing. It is shorter than
/// <see cref="IJsonType{T}"/> and reads twice over the document, which nobody waits for: what calls cost is written without it.
/// </summary>
/// <typeparam name="T">The type of the input.</typeparam>
public interface IJsonInput<T> : IJsonType<T>
    where T : class
{
    /// <summary>The members, in the order in which <see cref="Walk"/> visits them, as <see cref="JsonMemberTable"/> understands them.</summary>
    public static abstract string Members { get; }

    /// <summary>What reading validates of the members; null for nothing.</summary>
    public static virtual JsonMemberProof? Proof => null;

    /// <summary>Visits every member once, which reads or writes it.</summary>
    /// <param name="walk">Reads or writes.</param>
    /// <param name="value">What is written; null where something is read.</param>
    /// <returns>What was read, or a copy of what was written.</returns>
    public static abstract T Walk(ref JsonWalk walk, T? value);
}
