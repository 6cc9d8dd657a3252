using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Model;
using Interactor.Compiler.Schemas.Keywords;
using Interactor.Compiler.Schemas.Resources;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Schemas;

/// <summary>Checks the keywords of one schema in its own dialect, without its parts, and tells which of them can be used.</summary>
internal sealed class SchemaChecker(SchemaReport report)
{
    private const string NullableHint = " Write the type as a list: type: [string, \"null\"].";

    /// <summary>Each keyword that does something here, in the order of the file. What is wrong with the others is reported, once.</summary>
    public List<(SchemaKeyword Keyword, MappingEntry Entry)> UsableKeywords(SchemaLocation location) =>
        location.UsableKeywords ??= location.Node is MappingNode schema ? Check(location, schema) : [];

    private List<(SchemaKeyword Keyword, MappingEntry Entry)> Check(SchemaLocation location, MappingNode schema)
    {
        List<(SchemaKeyword, MappingEntry)> usable = new(schema.Entries.Count);
        JsonType types = TypeValue.Read(schema.Find("type"));
        bool isReferenceOnly = location.IsReferenceOnly;
        foreach (MappingEntry entry in schema.Entries)
        {
            if (location.Resource.Dialect.Find(entry.Key.Text) is not { } keyword)
            {
                if (!isReferenceOnly)
                {
                    ReportUnknown(location, entry.Key);
                }
            }
            else if (keyword.Form != KeywordForm.Choices && location.Resource.Dialect.Uses(keyword) && IsLive(keyword, isReferenceOnly) && (keyword.Check?.Invoke(entry.Value, schema, report) ?? true))
            {
                if (types != JsonType.None && keyword.AppliesTo != JsonType.None && (types & keyword.AppliesTo) == 0)
                {
                    report.Add(DatatypeDiagnostics.KeywordOnWrongType, entry.Key, keyword.Name, TypeValue.Describe(types));
                }

                usable.Add((keyword, entry));
            }
        }

        return usable;
    }

    // Annotations beside a reference that hides them still tell people something.
    private static bool IsLive(SchemaKeyword keyword, bool isReferenceOnly) =>
        !isReferenceOnly || keyword.Form is KeywordForm.Reference or KeywordForm.Annotation;

    private void ReportUnknown(SchemaLocation location, ScalarNode key)
    {
        if (key.Text.StartsWith("x-", StringComparison.Ordinal))
        {
            return;
        }

        IEnumerable<string> known = location.Resource.Dialect.KeywordNames;
        if (location.Resource.Dialect.IsStrict)
        {
            report.Add(DatatypeDiagnostics.UnknownKeyword, key, key.Text, key.Text == "nullable" ? NullableHint : Nearest.Hint(key.Text, known));
        }
        else if (Nearest.Hint(key.Text, known.Where(k => IsLike(k, key.Text))) is { Length: > 0 } hint)
        {
            report.Add(DatatypeDiagnostics.MisspeltKeyword, key, key.Text, hint);
        }
    }

    // Other tools have keywords of their own, so only a slip of the pen is one.
    private static bool IsLike(string keyword, string text) => text.Length > 3 && Math.Abs(keyword.Length - text.Length) < 2;
}
