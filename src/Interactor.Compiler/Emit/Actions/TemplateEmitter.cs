using Interactor.Compiler.Emit.Encoding;
using Interactor.Compiler.Emit.Types;
using Interactor.Compiler.Expressions;
using Interactor.Compiler.Model;

namespace Interactor.Compiler.Emit.Actions;

/// <summary>Writes the code that writes a JSON template.</summary>
internal sealed class TemplateEmitter(CodeWriter code, string writer)
{
    private int _variables;

    public void Emit(TemplateModel template)
    {
        switch (template)
        {
            case LiteralTemplate literal:
                code.Line($"{writer}.WriteRawValue({CSharpLiteral.Utf8(literal.Json)}, skipInputValidation: true);");
                break;
            case ExpressionTemplate expression:
                code.Line(JsonCode.WriteCall(expression.Value.Type, writer, ExpressionEmitter.Emit(expression.Value)) + ";");
                break;
            case ArrayTemplate array:
                code.Line($"{writer}.WriteStartArray();");
                foreach (TemplateModel item in array.Items)
                {
                    Emit(item);
                }

                code.Line($"{writer}.WriteEndArray();");
                break;
            case ObjectTemplate map:
                code.Line($"{writer}.WriteStartObject();");
                foreach (TemplateEntry entry in map.Entries)
                {
                    EmitEntry(entry);
                }

                code.Line($"{writer}.WriteEndObject();");
                break;
        }
    }

    private void EmitEntry(TemplateEntry entry)
    {
        string name = $"{writer}.WritePropertyName({CSharpLiteral.Utf8(entry.Name)});";
        if (entry.OmitNull && entry.Value is ExpressionTemplate { Value: var value } && (value.Type.IsNullable || value.Type is AnyTypeModel))
        {
            string variable = $"value{++_variables}";
            string pattern = value.Type is AnyTypeModel ? "{ IsNull: false }" : "{ }";
            code.Open($"if ({ExpressionEmitter.Emit(value)} is {pattern} {variable})");
            code.Line(name);
            code.Line(JsonCode.WriteCall(value.Type.AsNonNull(), writer, variable) + ";");
            code.Close();
            return;
        }

        code.Line(name);
        Emit(entry.Value);
    }
}
