using System.Globalization;
using System.Text;

namespace Interactor.Compiler.Syntax;

/// <summary>Writes a tree as JSON text (RFC 8259): compact, ASCII, members in their order.</summary>
internal static class JsonText
{
    public static string Of(SyntaxNode node)
    {
        StringBuilder json = new();
        Write(json, node);
        return json.ToString();
    }

    public static string OfString(string text)
    {
        StringBuilder json = new();
        WriteString(json, text);
        return json.ToString();
    }

    public static void Write(StringBuilder json, SyntaxNode node)
    {
        switch (node)
        {
            case MappingNode mapping:
                WriteMapping(json, mapping);
                break;
            case SequenceNode sequence:
                WriteSequence(json, sequence);
                break;
            case ScalarNode scalar:
                WriteScalar(json, scalar);
                break;
        }
    }

    public static void WriteString(StringBuilder json, string text)
    {
        json.Append('"');
        int plain = 0;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c is >= ' ' and <= '~' and not ('"' or '\\'))
            {
                continue;
            }

            json.Append(text, plain, i - plain);
            plain = i + 1;
            if (c is '"' or '\\')
            {
                json.Append('\\').Append(c);
            }
            else
            {
                json.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            }
        }

        json.Append(text, plain, text.Length - plain).Append('"');
    }

    /// <summary>Text for a scalar without expressions: <c>$${</c> is a literal <c>${</c>.</summary>
    public static string Plain(ScalarNode scalar) => Plain(scalar.Text);

    /// <summary>The same for text that is no node any more.</summary>
    public static string Plain(string text) => text.Replace("$${", "${");

    private static void WriteMapping(StringBuilder json, MappingNode mapping)
    {
        json.Append('{');
        string separator = "";
        foreach (MappingEntry entry in mapping.Entries)
        {
            json.Append(separator);
            WriteString(json, Plain(entry.Key));
            json.Append(':');
            Write(json, entry.Value);
            separator = ",";
        }

        json.Append('}');
    }

    private static void WriteSequence(StringBuilder json, SequenceNode sequence)
    {
        json.Append('[');
        string separator = "";
        foreach (SyntaxNode item in sequence.Items)
        {
            json.Append(separator);
            Write(json, item);
            separator = ",";
        }

        json.Append(']');
    }

    private static void WriteScalar(StringBuilder json, ScalarNode scalar)
    {
        switch (scalar.Kind)
        {
            case ScalarKind.Null:
                json.Append("null");
                break;
            case ScalarKind.Boolean:
                json.Append(scalar.Text.ToLowerInvariant());
                break;
            case ScalarKind.Integer or ScalarKind.Float when JsonNumber.TryNormalize(scalar.Text, out string number):
                json.Append(number);
                break;
            default:
                WriteString(json, Plain(scalar));
                break;
        }
    }
}
