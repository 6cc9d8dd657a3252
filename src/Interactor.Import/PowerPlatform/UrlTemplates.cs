using Interactor.Import.Documents;
using Interactor.Import.Findings;
using Interactor.Import.Model;
using Interactor.Import.Naming;
using Interactor.Import.OpenApi;

namespace Interactor.Import.PowerPlatform;

/// <summary>Reads URLs in which <c>{name}</c> stands for a connection parameter.</summary>
internal sealed class UrlTemplates(ImportContext context, ConnectionVariables variables)
{
    /// <summary>Null for what is no usable URL.</summary>
    public (DefinitionText Text, IReadOnlyList<DefinitionText> Hosts)? Read(string url, DocumentPlace place, ImportRule http)
    {
        // The reader declares what it finds in a table of its own; what is known about the parameters is added afterwards.
        VariableTable found = new();
        if (new UrlReader(context, found).Read(url.Trim(), variables.AsUrlVariables(), place, http) is not { } template)
        {
            return null;
        }

        IReadOnlyDictionary<string, string> names = variables.Take(found.All, place);
        DefinitionText text = template.Parts.Aggregate(
            DefinitionText.Of(""),
            (all, part) => all + (part.IsVariable ? DefinitionText.Of(ExpressionText.Variable(names[part.Text])) : DefinitionText.Of(part.Text)));
        DefinitionText[] hosts =
        [
            .. template.Hosts.Select(h => names.FirstOrDefault(n => DefinitionText.Of(ExpressionText.Variable(n.Key)) == h) is { Value: { } name }
                ? DefinitionText.Of(ExpressionText.Variable(name))
                : h),
        ];
        return (text, hosts);
    }
}
