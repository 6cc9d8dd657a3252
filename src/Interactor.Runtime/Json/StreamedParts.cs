using System.Text.Json;
using Interactor.Runtime.Json.Validation;

namespace Interactor.Runtime.Json;

/// <summary>
/// Content that is not in memory while an input is written to be validated: an empty text stands for it, and what is found wrong with that text does not
/// count. Outside of that, such content cannot be written.
/// </summary>
internal static class StreamedParts
{
    [ThreadStatic]
    private static List<long>? _offsets;

    [ThreadStatic]
    private static bool _isValidating;

    public static void Begin() => _isValidating = true;

    public static void End()
    {
        _isValidating = false;
        _offsets = null;
    }

    /// <summary>Whether a text may stand for content at the place of a writer.</summary>
    public static bool TryNote(Utf8JsonWriter writer)
    {
        if (_isValidating)
        {
            (_offsets ??= []).Add(writer.BytesCommitted + writer.BytesPending);
        }

        return _isValidating;
    }

    /// <summary>The findings without those about texts that stand for content.</summary>
    public static IReadOnlyList<ErrorDetail> Without(IReadOnlyList<ErrorDetail> errors, ReadOnlySpan<byte> utf8)
    {
        if (_offsets is not { } offsets)
        {
            return errors;
        }

        HashSet<string> places = new(StringComparer.Ordinal);
        foreach (long offset in offsets)
        {
            places.Add(JsonPlace.PointerAt(utf8, offset));
        }

        return [.. errors.Where(e => !places.Contains(e.Pointer))];
    }
}
