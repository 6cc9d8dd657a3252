using Interactor.Compiler.Binding.Requests;
using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Expressions;
using Interactor.Compiler.Model;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Security;

/// <summary>Binds a mapping of names of the wire to texts, each of which may be null.</summary>
internal static class NamedTexts
{
    /// <param name="publicPlace">Where people would see a secret; null where none do.</param>
    public static EquatableArray<NamedExpression> Bind(SyntaxNode? node, string what, ExpressionScope scope, BindingContext context, string? publicPlace = null)
    {
        List<NamedExpression> named = [];
        foreach (MappingEntry entry in context.ReadEntries(node, what))
        {
            if (entry.Value is not ScalarNode { Kind: not ScalarKind.Null } scalar)
            {
                context.Report(StructureDiagnostics.WrongType, entry.Value, "A parameter", "text", NodeKind.Describe(entry.Value));
                continue;
            }

            TypedExpression value = Slot.Text(scalar, scope, context, allowNull: true);
            named.Add(new NamedExpression(JsonText.Plain(entry.Key), publicPlace is null ? value : Slot.Public(value, scalar, context, publicPlace, reveal: false)));
        }

        return named.ToEquatableArray();
    }
}
