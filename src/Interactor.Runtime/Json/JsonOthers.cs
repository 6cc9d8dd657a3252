using System.Text.Json;

namespace Interactor.Runtime.Json;

/// <summary>How the members that a record does not name are read and written.</summary>
public abstract class JsonOthers
{
    private protected JsonOthers()
    {
    }

    /// <summary>Keeps them as they are.</summary>
    internal static JsonOthers Kept { get; } = new KeptOthers();

    /// <summary>Leaves them out, as the schema allows none.</summary>
    internal static JsonOthers None { get; } = new NoOthers();

    /// <summary>Reads the member that the scanner stands at.</summary>
    /// <param name="scanner">At the value of the member; afterwards behind it.</param>
    /// <param name="others">What was read so far; made with the first.</param>
    /// <returns>False when the value is of another kind.</returns>
    internal abstract bool TryRead(ref JsonScanner scanner, ref object? others);

    /// <summary>Writes all of them.</summary>
    /// <param name="writer">Inside the object.</param>
    /// <param name="others">What a record holds.</param>
    internal abstract void Write(Utf8JsonWriter writer, object others);

    /// <summary>Whether all of them are certainly valid, which none is that has the name of a member.</summary>
    /// <param name="others">What a record holds.</param>
    /// <param name="table">The members.</param>
    internal abstract bool PassTest(object others, JsonMemberTable table);

    private sealed class KeptOthers : JsonOthers
    {
        internal override bool TryRead(ref JsonScanner scanner, ref object? others)
        {
            ExtensionData? data = (ExtensionData?)others;
            bool isRead = ExtensionData.TryRead(ref scanner, ref data);
            others = data;
            return isRead;
        }

        internal override void Write(Utf8JsonWriter writer, object others) => ((ExtensionData)others).WriteTo(writer);

        internal override bool PassTest(object others, JsonMemberTable table) => !table.HasAny(((ExtensionData)others).Keys);
    }

    private sealed class NoOthers : JsonOthers
    {
        internal override bool TryRead(ref JsonScanner scanner, ref object? others)
        {
            scanner.IsLossy = true;
            return scanner.TrySkip();
        }

        internal override void Write(Utf8JsonWriter writer, object others) => throw new InvalidOperationException("The schema allows no other members.");

        internal override bool PassTest(object others, JsonMemberTable table) => false;
    }
}
