using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Interactor.Runtime.Execution;
using Interactor.Runtime.Http;
using Interactor.Runtime.Json.Validation;

namespace Interactor.Runtime.Json;

/// <summary>Reads a record of ours that somebody kept as JSON. What became of it meanwhile is said by the names of its members, because their values may be secret.</summary>
internal static class KeptRecord
{
    /// <summary>The record.</summary>
    /// <param name="utf8">What was kept.</param>
    /// <param name="type">What it is read as.</param>
    /// <param name="name">What messages call it.</param>
    /// <exception cref="InteractorException"><see cref="ErrorCode.InputInvalid"/>: a member is missing or has a value that it never had, or the text is no JSON object.</exception>
    public static T Read<T>(ReadOnlySpan<byte> utf8, JsonTypeInfo<T> type, string name)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(utf8, type) ?? throw Changed(name, [NoObject]);
        }
        catch (JsonException e)
        {
            throw Changed(name, Explain(utf8, type, e.Path));
        }
    }

    private static ErrorDetail NoObject => new("", "is no JSON object");

    private static IReadOnlyList<ErrorDetail> Explain(ReadOnlySpan<byte> utf8, JsonTypeInfo type, string? path)
    {
        try
        {
            Utf8JsonReader reader = new(utf8);
            using JsonDocument document = JsonDocument.ParseValue(ref reader);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                return [NoObject];
            }

            ErrorDetail[] missing = [.. Missing(document.RootElement, type, "").Select(static pointer => new ErrorDetail(pointer, "is missing"))];
            return missing.Length > 0 ? missing
                : PointerOf(path) is { Length: > 0 } pointer ? [new ErrorDetail(pointer, "has a value that it never had")]
                : [NoObject];
        }
        catch (JsonException)
        {
            return [NoObject];
        }
    }

    private static IEnumerable<string> Missing(JsonElement value, JsonTypeInfo type, string pointer)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            yield break;
        }

        IEnumerable<(string Name, JsonElement Value, Type Type)> parts = [];
        if (type.Kind == JsonTypeInfoKind.Dictionary)
        {
            parts = value.EnumerateObject().Select(member => (JsonMembers.NameOf(member) ?? "", member.Value, type.ElementType!));
        }
        else if (type.Kind == JsonTypeInfoKind.Object)
        {
            foreach (JsonPropertyInfo property in type.Properties)
            {
                if (JsonMembers.TryGet(value, property.Name, out JsonElement member))
                {
                    parts = parts.Append((property.Name, member, property.PropertyType));
                }
                else if (property.IsRequired)
                {
                    yield return Below(pointer, property.Name);
                }
            }
        }

        foreach ((string name, JsonElement part, Type partType) in parts)
        {
            foreach (string missing in Missing(part, type.Options.GetTypeInfo(partType), Below(pointer, name)))
            {
                yield return missing;
            }
        }
    }

    // A path is written as in $.tokens.main['a b'][0].
    private static string PointerOf(string? path)
    {
        string pointer = "";
        ReadOnlySpan<char> rest = path.AsSpan().TrimStart('$');
        while (!rest.IsEmpty)
        {
            bool isQuoted = rest.StartsWith("['");
            ReadOnlySpan<char> name = rest[(isQuoted ? 2 : 1)..];
            int end = isQuoted ? name.IndexOf("']") : rest[0] == '[' ? name.IndexOf(']') : name.IndexOfAny('.', '[');
            pointer = Below(pointer, (end < 0 ? name : name[..end]).ToString());
            rest = end < 0 ? default : name[(end + (isQuoted ? 2 : rest[0] == '[' ? 1 : 0))..];
        }

        return pointer;
    }

    /// <summary>The pointer to a member, whose name may be anybody's.</summary>
    public static string Below(string pointer, string name) => $"{pointer}/{JsonPointer.Escape(ShownName.Of(name))}";

    /// <summary>What a member that is not as it was makes of the record.</summary>
    public static InteractorException Changed(string name, IReadOnlyList<ErrorDetail> findings) =>
        new(ErrorCode.InputInvalid, $"{name} is not as it was kept{Findings.Summary(findings)}.") { Details = findings };
}
