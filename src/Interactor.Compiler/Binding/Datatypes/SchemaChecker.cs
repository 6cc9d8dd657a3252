using Interactor.Compiler.Binding.Datatypes.Keywords;
using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Model;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Datatypes;

/// <summary>Checks the keywords of one schema, without its parts.</summary>
internal static class SchemaChecker
{
    private const string NullableHint = " Write the type as a list: type: [string, \"null\"].";

    public static void Check(MappingNode schema, BindingContext context)
    {
        JsonType types = TypeValue.Read(schema.Find("type"));
        foreach (MappingEntry entry in schema.Entries)
        {
            string name = entry.Key.Text;
            if (KeywordTable.Find(name) is not { } keyword)
            {
                ReportUnknown(entry.Key, context);
            }
            else if (keyword.Role == KeywordRole.NotYet)
            {
                context.Report(NotYetDiagnostics.SchemaKeyword, entry.Key, name);
            }
            else
            {
                keyword.Check?.Invoke(entry.Value, schema, context);
                if (types != JsonType.None && keyword.AppliesTo != JsonType.None && (types & keyword.AppliesTo) == 0)
                {
                    context.Report(DatatypeDiagnostics.KeywordOnWrongType, entry.Key, name, TypeValue.Describe(types));
                }
            }
        }

        CheckDefault(schema, types, context);
    }

    private static void ReportUnknown(ScalarNode key, BindingContext context)
    {
        if (!key.Text.StartsWith("x-", StringComparison.Ordinal))
        {
            string hint = key.Text == "nullable" ? NullableHint : Nearest.Hint(key.Text, KeywordTable.Names);
            context.Report(DatatypeDiagnostics.UnknownKeyword, key, key.Text, hint);
        }
    }

    private static void CheckDefault(MappingNode schema, JsonType types, BindingContext context)
    {
        if (schema.Find("default") is { } value && types != JsonType.None && (TypeOf(value) & types) == 0)
        {
            context.Report(DatatypeDiagnostics.DefaultMismatch, value, NodeKind.Describe(value), TypeValue.Describe(types));
        }
    }

    private static JsonType TypeOf(SyntaxNode node) => node switch
    {
        MappingNode => JsonType.Object,
        SequenceNode => JsonType.Array,
        ScalarNode { Kind: ScalarKind.Null } => JsonType.Null,
        ScalarNode { Kind: ScalarKind.Boolean } => JsonType.Boolean,
        ScalarNode { Kind: ScalarKind.Integer } => JsonType.Integer | JsonType.Number,
        ScalarNode { Kind: ScalarKind.Float } => JsonType.Number,
        _ => JsonType.String,
    };
}
