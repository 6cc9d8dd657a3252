using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Model;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Schemas.Keywords;

/// <summary>Values listed one by one.</summary>
internal static class EnumValue
{
    public static bool Check(SyntaxNode value, MappingNode schema, SchemaReport report)
    {
        if (value is not SequenceNode list)
        {
            return report.Wrong(value, "a list of values");
        }

        if (list.Items.Count == 0)
        {
            report.Add(DatatypeDiagnostics.InvalidEnum, value, "this one is empty");
        }

        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (SyntaxNode item in list.Items)
        {
            if (!seen.Add(JsonText.Of(item)))
            {
                report.Add(DatatypeDiagnostics.InvalidEnum, item, "this value stands here already");
            }

            CheckType(item, schema, report);
        }

        return true;
    }

    public static bool CheckConst(SyntaxNode value, MappingNode schema, SchemaReport report)
    {
        CheckType(value, schema, report);
        return true;
    }

    private static void CheckType(SyntaxNode value, MappingNode schema, SchemaReport report)
    {
        JsonType types = TypeValue.Read(schema.Find("type"));
        if (types != JsonType.None && !TypeValue.Fits(value, types))
        {
            report.Add(DatatypeDiagnostics.Unsatisfiable, value, $"this is {NodeKind.Describe(value)}, and 'type' asks for {TypeValue.Describe(types)}");
        }
    }
}
