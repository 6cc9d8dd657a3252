using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Schemas.Keywords;

/// <summary>Names of properties that must be there.</summary>
internal static class RequiredValue
{
    public static bool Check(SyntaxNode value, MappingNode schema, SchemaReport report)
    {
        bool isList = CheckNames(value, report);
        foreach (ScalarNode name in isList ? ((SequenceNode)value).Items.Cast<ScalarNode>() : [])
        {
            bool isNamed = schema.Find("properties") is MappingNode properties && properties.Find(name.Text) is not null;
            if (isNamed || schema.Find("patternProperties") is not null)
            {
                continue;
            }

            if (BooleanValue.IsFalse(schema.Find("additionalProperties")))
            {
                report.Add(DatatypeDiagnostics.Unsatisfiable, name, $"'{name.Text}' is required, and 'additionalProperties' forbids it");
            }
            else if (report.IsStrict && schema.Find("properties") is MappingNode)
            {
                report.Add(DatatypeDiagnostics.RequiredWithoutProperty, name, name.Text);
            }
        }

        return isList;
    }

    /// <summary>Lists of names, by the name that asks for them.</summary>
    public static bool CheckByName(SyntaxNode value, MappingNode schema, SchemaReport report) => value is MappingNode mapping
        ? mapping.Entries.Aggregate(true, (isRight, entry) => CheckNames(entry.Value, report) && isRight)
        : report.Wrong(value, "a mapping of names to lists of property names");

    private static bool CheckNames(SyntaxNode value, SchemaReport report) => value is SequenceNode list
        ? list.Items.Aggregate(true, (isRight, item) => (item is ScalarNode { Kind: not ScalarKind.Null } || report.Wrong(item, "the name of a property")) && isRight)
        : report.Wrong(value, "a list of property names");
}
