using System.Buffers;
using System.Text.Json;
using Interactor.Runtime.Json;

namespace Interactor.Runtime.Http;

/// <summary>Writes parameters as <c>name=value</c> pairs, for the query of a URL and for a form body.</summary>
internal sealed class QueryWriter(TextBuffer target, SearchValues<char> names)
{
    /// <summary>What stands before the next pair; nothing before the first one of a form.</summary>
    public char? Separator { get; set; }

    /// <summary>Writes one pair.</summary>
    public void Pair(ReadOnlySpan<char> name, ReadOnlySpan<char> value, SearchValues<char> kept)
    {
        Begin(name);
        PercentEncoding.AppendTo(target, value, kept);
    }

    /// <summary>Writes a list; an empty one writes nothing.</summary>
    public void List(string name, IReadOnlyList<string?> values, QueryStyle style, bool explode, SearchValues<char> kept)
    {
        bool isFirst = true;
        for (int i = 0; i < values.Count; i++)
        {
            if (values[i] is not { } value)
            {
                continue;
            }

            if (style == QueryStyle.DeepObject)
            {
                Pair(DeepObject.At(name, i), value, kept);
            }
            else if (explode || isFirst)
            {
                Pair(name, value, kept);
            }
            else
            {
                target.Append(Delimiter(style));
                PercentEncoding.AppendTo(target, value, kept);
            }

            isFirst = false;
        }
    }

    /// <summary>Writes a value whose shape is only known now; null writes nothing.</summary>
    public void Any(string name, JsonElement value, QueryStyle style, bool explode, SearchValues<char> kept)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object when style == QueryStyle.DeepObject:
            case JsonValueKind.Array when style == QueryStyle.DeepObject:
                DeepObject.Walk(name, value, (deepName, text) => Pair(deepName, text, kept));
                break;
            case JsonValueKind.Object:
                Members(name, value, style, explode, kept);
                break;
            case JsonValueKind.Array:
                List(name, [.. value.EnumerateArray().Select(item => SimpleStyle.TextOf(name, item))], style, explode, kept);
                break;
            default:
                if (SimpleStyle.TextOf(name, value) is { } text)
                {
                    Pair(name, text, kept);
                }

                break;
        }
    }

    /// <summary>Writes a field of a form: as <see cref="Any"/>, but nothing is too deep for it.</summary>
    public void Field(string name, JsonElement value, QueryStyle style, bool explode)
    {
        bool isDeep = style == QueryStyle.Form && value.ValueKind switch
        {
            JsonValueKind.Object => explode || value.EnumerateObject().Any(static m => Nests(m.Value)),
            JsonValueKind.Array => value.EnumerateArray().Any(Nests),
            _ => false,
        };
        Any(name, value, isDeep ? QueryStyle.DeepObject : style, explode, PercentEncoding.Form);
    }

    private static bool Nests(JsonElement value) => value.ValueKind is JsonValueKind.Object or JsonValueKind.Array;

    private void Members(string name, JsonElement value, QueryStyle style, bool explode, SearchValues<char> kept)
    {
        bool isFirst = true;
        foreach (JsonProperty member in value.EnumerateObject())
        {
            if (SimpleStyle.TextOf(name, member.Value) is not { } text)
            {
                continue;
            }

            if (explode)
            {
                Pair(NameOf(name, member), text, kept);
                continue;
            }

            if (isFirst)
            {
                Begin(name);
            }
            else
            {
                target.Append(Delimiter(style));
            }

            PercentEncoding.AppendTo(target, NameOf(name, member), kept);
            target.Append(Delimiter(style));
            PercentEncoding.AppendTo(target, text, kept);
            isFirst = false;
        }
    }

    private void Begin(ReadOnlySpan<char> name)
    {
        if (Separator is { } separator)
        {
            target.Append(separator);
        }

        Separator = '&';
        PercentEncoding.AppendTo(target, name, names);
        target.Append('=');
    }

    private static string Delimiter(QueryStyle style) => style switch
    {
        QueryStyle.SpaceDelimited => "%20",
        QueryStyle.PipeDelimited => "%7C",
        _ => ",",
    };

    private static string NameOf(string name, JsonProperty member) => JsonMembers.NameOf(member) ?? throw SimpleStyle.NotText(name);
}
