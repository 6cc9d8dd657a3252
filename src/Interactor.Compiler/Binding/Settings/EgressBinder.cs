using System.Text.RegularExpressions;
using Interactor.Compiler.Binding.Requests;
using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Model;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Settings;

/// <summary>Binds <c>egress</c>: hosts, and variables that hold the host, or the URL, of the service of one account.</summary>
internal sealed class EgressBinder(BindingContext context, EquatableArray<VariableModel> variables)
{
    private static readonly Regex Variable = new(@"^\$\{\s*variables\.([A-Za-z0-9_]+)\s*\}\z", RegexOptions.CultureInvariant);

    /// <summary>The hosts, which are those of the fixed URLs where the key is left out, and the names of variables.</summary>
    public (EquatableArray<string> Hosts, EquatableArray<string> Variables) Bind(MappingReader settings, IEnumerable<string> fixedHosts)
    {
        if (!settings.Has("egress"))
        {
            return (fixedHosts.Distinct(StringComparer.OrdinalIgnoreCase).OrderBy(h => h, StringComparer.Ordinal).ToEquatableArray(), []);
        }

        List<string> hosts = [];
        List<string> names = [];
        SyntaxNode node = settings.Take("egress")!;
        foreach (SyntaxNode item in node is SequenceNode list ? list.Items : [node])
        {
            if (item is not ScalarNode { Kind: not ScalarKind.Null } host)
            {
                context.Report(StructureDiagnostics.WrongType, item, "'egress'", "a list of hosts", NodeKind.Describe(item));
            }
            else if (Variable.Match(host.Text) is { Success: true } match)
            {
                AddVariable(match.Groups[1].Value, host, names);
            }
            else if (EgressHost.IsValid(host.Text))
            {
                hosts.Add(host.Text);
            }
            else
            {
                context.Report(StructureDiagnostics.InvalidHost, host, host.Text);
            }
        }

        return (hosts.ToEquatableArray(), names.ToEquatableArray());
    }

    private void AddVariable(string name, ScalarNode at, List<string> names)
    {
        if (variables.FirstOrDefault(v => v.Name == name) is not { } variable)
        {
            context.Report(StructureDiagnostics.UnknownName, at, "variable", name, Nearest.Hint(name, variables.Select(v => v.Name)));
        }
        else if (variable.IsSecret || variable.Kind != VariableKind.Text)
        {
            context.Report(StructureDiagnostics.InvalidHost, at, at.Text);
        }
        else
        {
            names.Add(name);
        }
    }
}
