using Interactor.Compiler.Binding.Requests;
using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Expressions;
using Interactor.Compiler.Model;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Settings;

/// <summary>Binds <c>servers</c>: base URLs by name.</summary>
internal sealed class ServerBinder(BindingContext context)
{
    public EquatableArray<ServerModel> Bind(SyntaxNode? node, ExpressionScope scope, ServerTable table)
    {
        List<ServerModel> servers = [];
        foreach (MappingEntry entry in context.ReadEntries(node, "'servers'"))
        {
            if (!Identifier.IsId(entry.Key.Text))
            {
                context.Report(StructureDiagnostics.InvalidId, entry.Key, entry.Key.Text);
            }
            else if (entry.Value is ScalarNode { Kind: not ScalarKind.Null } url)
            {
                TypedExpression bound = Slot.PublicText(url, scope, context, "a URL");
                table.CheckUrl(url, bound);
                servers.Add(new ServerModel(entry.Key.Text, bound));
            }
            else
            {
                context.Report(StructureDiagnostics.WrongType, entry.Value, "A server", "a URL", NodeKind.Describe(entry.Value));
            }
        }

        return servers.ToEquatableArray();
    }
}
