using System.Text.Json;

namespace Interactor.Runtime.Json.Validation;

/// <summary>
/// One schema object, or <c>true</c> or <c>false</c>: its keywords by kind, each asked when its turn comes in the one pass over a value.
/// With findings wanted it asks all of them; otherwise it stops at the first that fails.
/// </summary>
internal sealed class SchemaNode
{
    private readonly string _step;

    private readonly string? _owner;

    private readonly bool? _always;

    private readonly TokenKeyword[] _tokens;

    private readonly InPlaceKeyword[] _inPlace;

    private readonly ObjectPass? _object;

    private readonly ArrayPass? _array;

    /// <param name="step">The way from the keyword that holds this schema, or from the text's root, as a JSON Pointer.</param>
    /// <param name="owner">The keyword that holds this schema.</param>
    /// <param name="always">The answer of a boolean schema.</param>
    /// <param name="names">The member names that the keywords mention.</param>
    /// <param name="keywords">The keywords, in the order of the table.</param>
    public SchemaNode(string step, string? owner, bool? always, NameTable names, IReadOnlyList<Keyword> keywords)
    {
        _step = step;
        _owner = owner;
        _always = always;
        _tokens = [.. keywords.OfType<TokenKeyword>()];
        _inPlace = [.. keywords.OfType<InPlaceKeyword>()];
        ObjectKeyword[] objects = [.. keywords.OfType<ObjectKeyword>()];
        ArrayKeyword[] arrays = [.. keywords.OfType<ArrayKeyword>()];
        _object = objects.Length > 0 ? new(objects, names) : null;
        _array = arrays.Length > 0 ? new(arrays) : null;
    }

    /// <summary>Validates one value.</summary>
    /// <param name="reader">On the value's first token; on its last afterwards, unless the answer is false and nobody collects findings.</param>
    /// <param name="evaluation">Buffers, budget and findings of this validation.</param>
    public bool Evaluate(ref Utf8JsonReader reader, ref Evaluation evaluation) => EvaluateAs(_step, ref reader, ref evaluation);

    /// <summary>The same, where a reference leads here.</summary>
    public bool EvaluateAs(string step, ref Utf8JsonReader reader, ref Evaluation evaluation)
    {
        if (!evaluation.TrySpend())
        {
            return false;
        }

        evaluation.Errors?.EnterSchema(step);
        JsonKinds kind = JsonKind.Of(reader.TokenType);
        bool isValid = Always(ref evaluation) & AskTokens(kind, ref reader, ref evaluation);
        if (isValid || !evaluation.MustStop)
        {
            isValid &= Read(kind, ref reader, ref evaluation);
        }

        evaluation.Errors?.LeaveSchema();
        return isValid;
    }

    private bool Always(ref Evaluation evaluation)
    {
        if (_always == false)
        {
            evaluation.Errors?.ReportForbidden(_owner);
            return false;
        }

        return true;
    }

    private bool AskTokens(JsonKinds kind, ref Utf8JsonReader reader, ref Evaluation evaluation)
    {
        bool isValid = true;
        foreach (TokenKeyword keyword in _tokens)
        {
            if ((keyword.AppliesTo & kind) != 0 && !keyword.Accepts(ref reader, ref evaluation))
            {
                isValid = false;
                evaluation.Errors?.Report(keyword);
                if (evaluation.MustStop)
                {
                    break;
                }
            }
        }

        return isValid;
    }

    // Whoever reads the value last moves the reader itself; the others read copies of it.
    private bool Read(JsonKinds kind, ref Utf8JsonReader reader, ref Evaluation evaluation)
    {
        bool isPassed = (kind == JsonKinds.Object && _object is not null) || (kind == JsonKinds.Array && _array is not null);
        bool isValid = true;
        for (int i = 0; i < _inPlace.Length; i++)
        {
            bool isAccepted;
            if (!isPassed && i == _inPlace.Length - 1)
            {
                isAccepted = _inPlace[i].Apply(ref reader, ref evaluation);
            }
            else
            {
                Utf8JsonReader copy = reader;
                isAccepted = _inPlace[i].Apply(ref copy, ref evaluation);
            }

            isValid &= isAccepted;
            if (!isAccepted && evaluation.MustStop)
            {
                return false;
            }
        }

        if (!isPassed)
        {
            if (_inPlace.Length == 0 && kind >= JsonKinds.Array)
            {
                reader.Skip();
            }

            return isValid;
        }

        // The members and items are other values: a chain of references that got here did read on.
        int references = evaluation.References;
        evaluation.References = 0;
        isValid &= kind == JsonKinds.Object ? _object!.Read(ref reader, ref evaluation) : _array!.Read(ref reader, ref evaluation);
        evaluation.References = references;
        return isValid;
    }
}
