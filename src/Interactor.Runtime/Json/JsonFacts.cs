using System.Diagnostics.CodeAnalysis;

namespace Interactor.Runtime.Json;

/// <summary>The texts that generated code carries of a type.</summary>
[SuppressMessage("Performance", "CA1815", Justification = "Facts are read where they are made and never compared.")]
public readonly ref struct JsonFacts
{
    /// <summary>What is known of a type that has a schema of its own.</summary>
    /// <param name="schema">The schema, as compact UTF-8 JSON.</param>
    /// <param name="members">The members of a record, as <see cref="JsonMemberTable"/> understands them.</param>
    public JsonFacts(ReadOnlySpan<byte> schema, string members = "")
    {
        Schema = schema;
        Members = members;
    }

    /// <summary>What is known of a record whose schema is a part of another.</summary>
    /// <param name="members">The members, as <see cref="JsonMemberTable"/> understands them.</param>
    public JsonFacts(string members)
        : this(default, members)
    {
    }

    internal ReadOnlySpan<byte> Schema { get; }

    internal string Members { get; }
}
