namespace Interactor.Runtime.Json.Validation;

/// <summary>A keyword about the items of an array, asked while the array streams by.</summary>
internal abstract class ArrayKeyword(string name, string message) : Keyword(name, message)
{
    /// <summary>An array with more items than this fails at once.</summary>
    public virtual int Limit => int.MaxValue;

    /// <summary>The schema that the keyword applies to an item.</summary>
    /// <param name="index">The item's place, counted from 0.</param>
    public virtual SchemaNode? SchemaFor(int index) => null;

    /// <summary>Judges the array when its end is reached.</summary>
    /// <param name="count">How many items it has.</param>
    public virtual bool AcceptsEnd(int count) => true;
}
