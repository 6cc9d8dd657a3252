using System.Text.Json;

namespace Interactor.Runtime.Http;

/// <summary>Writes a list or an object as text parts of a multipart body, the way <c>style</c> and <c>explode</c> write them in a query (OpenAPI 3.1, Encoding Object).</summary>
internal readonly struct StyledParts(MultipartWriter parts, QueryStyle style, bool explode)
{
    public void Add(string name, IReadOnlyList<string?> values)
    {
        string[] texts = [.. values.OfType<string>()];
        if (style == QueryStyle.DeepObject)
        {
            for (int i = 0; i < texts.Length; i++)
            {
                AddText(DeepObject.At(name, i), texts[i]);
            }
        }
        else if (explode)
        {
            foreach (string text in texts)
            {
                AddText(name, text);
            }
        }
        else if (texts.Length > 0)
        {
            AddText(name, string.Join(Delimiter, texts));
        }
    }

    public void Add(string name, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object or JsonValueKind.Array when style == QueryStyle.DeepObject:
                DeepObject.Walk(name, value, AddText);
                break;
            case JsonValueKind.Object when explode:
                foreach ((string key, JsonElement member) in SimpleStyle.Members(value))
                {
                    Scalar(key, member);
                }

                break;
            case JsonValueKind.Object or JsonValueKind.Array:
                Add(name, SimpleStyle.Parts(name, value, explode: false));
                break;
            default:
                Scalar(name, value);
                break;
        }
    }

    private string Delimiter => style switch
    {
        QueryStyle.SpaceDelimited => " ",
        QueryStyle.PipeDelimited => "|",
        _ => ",",
    };

    private void Scalar(string name, JsonElement value)
    {
        if (SimpleStyle.TextOf(name, value) is { } text)
        {
            AddText(name, text);
        }
    }

    private void AddText(string name, string text) => parts.Text(name, text, contentType: null);
}
