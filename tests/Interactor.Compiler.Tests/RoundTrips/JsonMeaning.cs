using System.Globalization;
using System.Numerics;
using System.Text;
using Interactor.Runtime.Json;

namespace Interactor.Compiler.Tests.RoundTrips;

/// <summary>What a JSON text means, as one text: escapes resolved, numbers by value, members in the order of their names.</summary>
internal static class JsonMeaning
{
    public static string Of(string json)
    {
        JsonScanner scanner = new(Encoding.UTF8.GetBytes(json));
        StringBuilder meaning = new();
        Write(ref scanner, meaning);
        Assert.True(scanner.TryEnd(), json);
        return meaning.ToString();
    }

    private static void Write(ref JsonScanner scanner, StringBuilder meaning)
    {
        switch (scanner.Kind)
        {
            case JsonKinds.Object:
                WriteObject(ref scanner, meaning);
                break;
            case JsonKinds.Array:
                scanner.TryBeginArray();
                meaning.Append('[');
                while (scanner.NextItem())
                {
                    Write(ref scanner, meaning);
                    meaning.Append(',');
                }

                meaning.Append(']');
                break;
            case JsonKinds.String:
                JsonRead.TryString(ref scanner, out string? text);
                WriteText(text!, meaning);
                break;
            case JsonKinds.Number:
                scanner.TryNumber(out ReadOnlySpan<byte> number);
                meaning.Append(Number(Encoding.ASCII.GetString(number)));
                break;
            default:
                scanner.TryRaw(out ReadOnlySpan<byte> word);
                meaning.Append(Encoding.ASCII.GetString(word));
                break;
        }
    }

    private static void WriteObject(ref JsonScanner scanner, StringBuilder meaning)
    {
        SortedDictionary<string, string> members = new(StringComparer.Ordinal);
        scanner.TryBeginObject();
        while (scanner.NextMember())
        {
            StringBuilder name = new();
            JsonScanner quoted = new([(byte)'"', .. scanner.Name, (byte)'"']);
            JsonRead.TryString(ref quoted, out string? text);
            WriteText(text!, name);
            StringBuilder value = new();
            Write(ref scanner, value);
            members[name.ToString()] = value.ToString();
        }

        meaning.Append('{').AppendJoin(',', members.Select(m => $"{m.Key}:{m.Value}")).Append('}');
    }

    // Each unit by its number: half a character has no other text.
    private static void WriteText(string text, StringBuilder meaning) =>
        meaning.Append('"').AppendJoin(' ', text.Select(c => ((int)c).ToString("x", CultureInfo.InvariantCulture))).Append('"');

    private static string Number(string text)
    {
        int e = text.AsSpan().IndexOfAny('e', 'E');
        int exponent = e < 0 ? 0 : int.Parse(text.AsSpan(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        string mantissa = e < 0 ? text : text[..e];
        int point = mantissa.IndexOf('.', StringComparison.Ordinal);
        exponent -= point < 0 ? 0 : mantissa.Length - point - 1;
        BigInteger digits = BigInteger.Parse(mantissa.Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
        while (!digits.IsZero && digits % 10 == 0)
        {
            digits /= 10;
            exponent++;
        }

        return digits.IsZero ? "0" : $"{digits}e{exponent}";
    }
}
