using System.Text.Json;

namespace Interactor.Runtime.Json.Validation;

/// <summary>A keyword that applies other schemas to the same value (core, section 10.2).</summary>
internal abstract class InPlaceKeyword(string name, string message) : Keyword(name, message)
{
    /// <summary>Reads the whole value and reports its own findings.</summary>
    /// <param name="reader">On the first token; on the last one afterwards, unless the answer is false and nobody collects findings.</param>
    /// <param name="evaluation">Buffers, budget and findings of this validation.</param>
    public abstract bool Apply(ref Utf8JsonReader reader, ref Evaluation evaluation);
}
