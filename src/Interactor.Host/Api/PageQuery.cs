using System.ComponentModel;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace Interactor.Host.Api;

/// <summary>Which page of a list is asked for.</summary>
internal sealed class PageQuery
{
    private const int Most = 200;
    private const int Usual = 50;

    /// <summary>How many items, 1 to 200.</summary>
    [FromQuery(Name = "limit")]
    [Description("How many items a page has, 1 to 200; 50 unless given.")]
    public int? Limit { get; init; }

    /// <summary>The end of the page before.</summary>
    [FromQuery(Name = "cursor")]
    [Description("The member 'next' of the page before.")]
    public string? Cursor { get; init; }

    /// <summary>How many items the page has at most.</summary>
    /// <exception cref="RefusalException">It is out of range.</exception>
    public int Size => Limit switch
    {
        null => Usual,
        >= 1 and <= Most => Limit.Value,
        _ => throw new RefusalException(Refusal.Invalid($"The limit is a number from 1 to {Most}.")),
    };

    /// <summary>The key of the last item of the page before; null at the beginning.</summary>
    /// <param name="parts">How many parts the key has.</param>
    /// <exception cref="RefusalException">It is no cursor of this list.</exception>
    public string[]? After(int parts = 1)
    {
        if (string.IsNullOrEmpty(Cursor))
        {
            return null;
        }

        try
        {
            if (JsonSerializer.Deserialize(WebEncoders.Base64UrlDecode(Cursor), ApiJson.Plain.StringArray) is { } key
                && key.Length == parts && key.All(static part => part is not null && !part.Contains('\0', StringComparison.Ordinal)))
            {
                return key;
            }
        }
        catch (Exception e) when (e is FormatException or JsonException)
        {
            // Said below.
        }

        throw new RefusalException(Refusal.Invalid("The cursor is not one of this list. It is the member 'next' of the page before."));
    }

    /// <summary>A page of what was read: one more than <see cref="Size"/> tells that there is another.</summary>
    public PageBody<TBody> Of<TRow, TBody>(IReadOnlyList<TRow> rows, Func<TRow, TBody> body, Func<TRow, string[]> key) => new(
        [.. rows.Take(Size).Select(body)],
        rows.Count > Size ? WebEncoders.Base64UrlEncode(JsonSerializer.SerializeToUtf8Bytes(key(rows[Size - 1]), ApiJson.Plain.StringArray)) : null);
}
