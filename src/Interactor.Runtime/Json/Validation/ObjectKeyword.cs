using System.Text.Json;

namespace Interactor.Runtime.Json.Validation;

/// <summary>A keyword about the members of an object, asked while the object streams by.</summary>
internal abstract class ObjectKeyword(string name, string message) : Keyword(name, message)
{
    /// <summary>An object with more members than this fails at once.</summary>
    public virtual int Limit => int.MaxValue;

    /// <summary>The schema that the keyword applies to a member's value.</summary>
    /// <param name="index">The name's place in the schema's <see cref="NameTable"/>; -1 when it has none.</param>
    /// <param name="isMatched">A keyword asked before this one applies a schema to the member.</param>
    /// <param name="reader">On the name; must stay there.</param>
    /// <param name="evaluation">Buffers, budget and findings of this validation.</param>
    public virtual SchemaNode? SchemaFor(int index, bool isMatched, ref Utf8JsonReader reader, ref Evaluation evaluation) => null;

    /// <summary>Judges a member's name; reports its own findings.</summary>
    /// <param name="reader">On the name; must stay there.</param>
    /// <param name="evaluation">Buffers, budget and findings of this validation.</param>
    public virtual bool AcceptsName(ref Utf8JsonReader reader, ref Evaluation evaluation) => true;

    /// <summary>Judges the object when its end is reached; reports its own findings.</summary>
    /// <param name="count">How many members it has.</param>
    /// <param name="seen">Which names of the <see cref="NameTable"/> came by, a bit each.</param>
    /// <param name="evaluation">Buffers, budget and findings of this validation.</param>
    public virtual bool AcceptsEnd(int count, scoped ReadOnlySpan<ulong> seen, ref Evaluation evaluation) => true;

    protected static bool IsSeen(scoped ReadOnlySpan<ulong> seen, int index) => (seen[index >> 6] & (1UL << index)) != 0;
}
