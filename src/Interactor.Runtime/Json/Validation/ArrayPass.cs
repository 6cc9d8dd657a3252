using System.Text.Json;

namespace Interactor.Runtime.Json.Validation;

/// <summary>Reads an array once for all of a schema's <see cref="ArrayKeyword"/>s.</summary>
internal sealed class ArrayPass
{
    private readonly ArrayKeyword[] _keywords;

    private readonly int _limit;

    public ArrayPass(ArrayKeyword[] keywords)
    {
        _keywords = keywords;
        _limit = keywords.Min(static k => k.Limit);
    }

    /// <param name="reader">On the array's start; on its end afterwards, unless the answer is false and nobody collects findings.</param>
    /// <param name="evaluation">Buffers, budget and findings of this validation.</param>
    public bool Read(ref Utf8JsonReader reader, ref Evaluation evaluation)
    {
        bool isValid = true;
        int count = 0;
        evaluation.Errors?.Path.Push(isArray: true);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            evaluation.Errors?.Path.NextItem();
            SchemaNode? schema = SchemaFor(count);
            count++;
            bool isAccepted = !(count > _limit && evaluation.MustStop);
            if (schema is null)
            {
                reader.Skip();
            }
            else
            {
                isAccepted = isAccepted && schema.Evaluate(ref reader, ref evaluation);
            }

            isValid &= isAccepted;
            if (!isAccepted && evaluation.MustStop)
            {
                return false;
            }
        }

        evaluation.Errors?.Path.Pop();
        foreach (ArrayKeyword keyword in _keywords)
        {
            if (!keyword.AcceptsEnd(count))
            {
                isValid = false;
                evaluation.Errors?.Report(keyword);
            }
        }

        return isValid;
    }

    // prefixItems and items share the indices out between them: at most one answers.
    private SchemaNode? SchemaFor(int index)
    {
        foreach (ArrayKeyword keyword in _keywords)
        {
            if (keyword.SchemaFor(index) is { } schema)
            {
                return schema;
            }
        }

        return null;
    }
}
