using System.Text.Json;

namespace Interactor.Runtime.Json.Validation;

/// <summary>A keyword that judges a value from its first token, before anything else of it is read.</summary>
internal abstract class TokenKeyword(string name, string message, JsonKinds appliesTo) : Keyword(name, message)
{
    /// <summary>Values of other kinds pass without being asked.</summary>
    public JsonKinds AppliesTo { get; } = appliesTo;

    /// <param name="reader">On the first token; must stay there (a copy may go on).</param>
    /// <param name="evaluation">Buffers, budget and findings of this validation.</param>
    public abstract bool Accepts(ref Utf8JsonReader reader, ref Evaluation evaluation);
}
