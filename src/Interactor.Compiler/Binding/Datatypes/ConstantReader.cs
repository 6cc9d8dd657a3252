using System.Globalization;
using Interactor.Compiler.Model;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Datatypes;

/// <summary>Finds the one value that a property can have.</summary>
internal sealed class ConstantReader(DatatypeBinder datatypes)
{
    private const int MaximumDepth = 16;

    /// <returns>Null when there are several, none, or one that C# has no constant for.</returns>
    public ConstantModel? Of(IEnumerable<SyntaxNode> schemas) => schemas.Select(s => Of(s, depth: 0)).FirstOrDefault(c => c is not null);

    /// <summary>The type of a constant's property.</summary>
    public static TypeModel TypeOf(ConstantModel constant) => constant switch
    {
        TextConstant => new StringTypeModel(),
        IntegerConstant => new IntegerTypeModel(),
        BooleanConstant => new BooleanTypeModel(),
        _ => throw new InvalidOperationException("The hierarchy of constants is closed."),
    };

    private ConstantModel? Of(SyntaxNode? node, int depth)
    {
        if (node is not MappingNode schema || depth > MaximumDepth)
        {
            return null;
        }

        if (SchemaTypes.Values(schema) is [var only])
        {
            return only switch
            {
                ScalarNode { Kind: ScalarKind.String } text => new TextConstant(JsonText.Plain(text)),
                ScalarNode { Kind: ScalarKind.Boolean } boolean => new BooleanConstant(boolean.Text.StartsWith("t", StringComparison.OrdinalIgnoreCase)),
                _ when KnownValue.IntegerOf(only) is { } digits => new IntegerConstant(long.Parse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)),
                _ => null,
            };
        }

        if (schema.Find("$ref") is ScalarNode reference && Of(datatypes.NodeOf(reference.Text), depth + 1) is { } referred)
        {
            return referred;
        }

        foreach (SyntaxNode part in ShapeReader.BranchesOf(schema, "allOf"))
        {
            if (Of(part, depth + 1) is { } constant)
            {
                return constant;
            }
        }

        return null;
    }
}
