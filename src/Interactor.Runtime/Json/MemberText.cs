using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Interactor.Runtime.Expressions;

namespace Interactor.Runtime.Json;

/// <summary>
/// Prints the members of a generated record as C# prints those of any record, except that lists and maps show what they hold, long values
/// are cut, absent members are left out, and secrets are stars. It is for people and logs; what a program reads is JSON.
/// </summary>
/// <param name="builder">Where the text goes.</param>
[SuppressMessage("Performance", "CA1815", Justification = "A printer is used in one place and never compared.")]
public readonly struct MemberText(StringBuilder builder)
{
    private const int MostCharacters = 80;

    private const int MostItems = 5;

    // A record prints the records in it: what is past this length is left out.
    private const int MostInAll = 2000;

    private readonly int _start = builder?.Length ?? 0;

    /// <summary>Something was printed.</summary>
    public bool HasMembers => builder.Length > _start;

    /// <summary>Prints a member, unless it is absent.</summary>
    /// <param name="value">Its value; null where it is absent.</param>
    /// <param name="name">Its name in C#.</param>
    /// <returns>This printer.</returns>
    public MemberText Add(object? value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (value is IOptional optional)
        {
            value = optional.HasValue ? optional.Content ?? "null" : null;
        }

        if (value is not null && Begin(name))
        {
            Print(value);
        }

        return this;
    }

    /// <summary>Prints that a member is there, and nothing of it.</summary>
    /// <param name="value">Its value; null where it is absent.</param>
    /// <param name="name">Its name in C#.</param>
    /// <returns>This printer.</returns>
    public MemberText Secret(object? value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (value is not null and not IOptional { HasValue: false } && Begin(name))
        {
            builder.Append("***");
        }

        return this;
    }

    /// <summary>The text of one value, the same in every culture.</summary>
    internal static string Of(object? value) => value switch
    {
        DateTimeOffset time => TimestampText.Format(time),
        DateOnly date => TimestampText.Format(date),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty,
    };

    private bool Begin(string name)
    {
        bool hasRoom = builder.Length < MostInAll;
        if (hasRoom)
        {
            builder.Append(HasMembers ? ", " : string.Empty).Append(name.AsSpan().TrimStart('@')).Append(" = ");
        }
        else if (builder[^1] != '…')
        {
            builder.Append(", …");
        }

        return hasRoom;
    }

    private void Print(object? value)
    {
        switch (value)
        {
            case null:
                builder.Append("null");
                break;
            case string text:
                Cut(text);
                break;
            case ReadOnlyMemory<byte> bytes:
                builder.Append(CultureInfo.InvariantCulture, $"{bytes.Length} bytes");
                break;
            case ExtensionData data:
                PrintMany(data.Select(static m => ((object)m.Key, (object?)m.Value)), '{', '}');
                break;
            case IContentMap map:
                PrintMany(map.Members, '{', '}');
                break;
            case IDictionary map:
                PrintMany(map.Keys.Cast<object>().Select(name => (name, map[name])), '{', '}');
                break;
            case IEnumerable items:
                PrintMany(items.Cast<object?>().Select(static i => ((object)string.Empty, i)), '[', ']');
                break;
            case JsonValue json:
                Cut(json.Start(MostCharacters + 1));
                break;
            default:
                // The text of a record is bounded by itself.
                builder.Append(Of(value));
                break;
        }
    }

    private void PrintMany(IEnumerable<(object Name, object? Value)> items, char open, char close)
    {
        builder.Append(open);
        int count = 0;
        foreach ((object name, object? value) in items)
        {
            if (count == MostItems || builder.Length >= MostInAll)
            {
                builder.Append(", …");
                break;
            }

            builder.Append(count++ > 0 ? ", " : string.Empty);
            if (name is not "")
            {
                Cut((string)name);
                builder.Append(" = ");
            }

            Print(value);
        }

        builder.Append(close);
    }

    private void Cut(string text)
    {
        if (text.Length <= MostCharacters)
        {
            builder.Append(text);
        }
        else
        {
            builder.Append(text, 0, MostCharacters).Append('…');
        }
    }
}
