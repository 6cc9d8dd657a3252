using System.Text;
using System.Text.Json;

namespace Interactor.Runtime.Json.Validation;

/// <summary>Values that a schema lists: strings by one look-up, the others by comparing.</summary>
internal sealed class ConstantSet
{
    private readonly NameTable _texts = new();

    private readonly byte[][] _others;

    public ConstantSet(IEnumerable<JsonElement> values)
    {
        List<byte[]> others = [];
        foreach (JsonElement value in values)
        {
            // A constant with a lone surrogate has no .NET string that the table could take.
            if (value.ValueKind == JsonValueKind.String && !value.GetRawText().Contains("\\u", StringComparison.Ordinal))
            {
                _texts.Add(value.GetString()!);
            }
            else
            {
                others.Add(Encoding.UTF8.GetBytes(value.GetRawText()));
            }
        }

        _others = [.. others];
    }

    /// <param name="reader">On the first token of the value; stays there.</param>
    /// <param name="evaluation">Buffers and budget of this validation.</param>
    public bool Contains(ref Utf8JsonReader reader, ref Evaluation evaluation)
    {
        if (reader.TokenType == JsonTokenType.String && _texts.Find(evaluation.Bytes(ref reader)) >= 0)
        {
            return true;
        }

        foreach (byte[] other in _others)
        {
            Utf8JsonReader value = reader;
            Utf8JsonReader constant = JsonEquality.Begin(other);
            if (JsonEquality.AreEqual(ref value, ref constant, ref evaluation))
            {
                return true;
            }
        }

        return false;
    }
}
