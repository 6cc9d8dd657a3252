using System.Text;
using System.Text.Json;

namespace Interactor.Runtime.Json.Validation.Explaining;

/// <summary>Writes an explanation in the output formats of core, section 12.4.</summary>
internal static class OutputWriter
{
    public static void Write(Explanation explanation, SchemaOutput output, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteBoolean("valid"u8, explanation.IsValid);
        if (output == SchemaOutput.Basic && !explanation.IsValid)
        {
            writer.WriteStartArray("errors"u8);
            foreach (Finding finding in explanation.ToList())
            {
                writer.WriteStartObject();
                WriteUnit(finding, writer);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }
        else if (output == SchemaOutput.Detailed && explanation.Root is { } root)
        {
            WriteUnit(root, writer);
            WriteDetails([.. Condense(root.Details), .. explanation.Remarks], writer);
        }

        writer.WriteEndObject();
    }

    // Schemas without findings are gone, and those with one are that one (section 12.4.3).
    private static List<Finding> Condense(IReadOnlyList<Finding> findings)
    {
        List<Finding> kept = [];
        foreach (Finding finding in findings)
        {
            if (finding.Message is not null)
            {
                kept.Add(finding);
                continue;
            }

            List<Finding> details = Condense(finding.Details);
            if (details.Count == 1)
            {
                kept.Add(details[0]);
            }
            else if (details.Count > 1)
            {
                kept.Add(finding);
            }
        }

        return kept;
    }

    private static void WriteDetails(List<Finding> findings, Utf8JsonWriter writer)
    {
        if (findings.Count == 0)
        {
            return;
        }

        writer.WriteStartArray("errors"u8);
        foreach (Finding finding in findings)
        {
            writer.WriteStartObject();
            writer.WriteBoolean("valid"u8, false);
            WriteUnit(finding, writer);
            WriteDetails(Condense(finding.Details), writer);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteUnit(Finding finding, Utf8JsonWriter writer)
    {
        WriteText("keywordLocation"u8, finding.KeywordLocation ?? string.Empty, writer);
        if (finding.AbsoluteKeywordLocation is { } absolute)
        {
            WriteText("absoluteKeywordLocation"u8, absolute, writer);
        }

        WriteText("instanceLocation"u8, finding.InstanceLocation, writer);
        if (finding.Message is { } message)
        {
            WriteText("error"u8, finding.Missing is { } name ? $"'{name}' {message}" : message, writer);
        }
    }

    // A name may have a lone surrogate, which the writer refuses and the encoding replaces.
    private static void WriteText(ReadOnlySpan<byte> name, string text, Utf8JsonWriter writer) => writer.WriteString(name, Encoding.UTF8.GetBytes(text));
}
