using Interactor.Import.Findings;
using Interactor.Import.Naming;

namespace Interactor.Import.OpenApi;

/// <summary>Names of parameters in the input: those on the wire, with the location behind where two locations use one name.</summary>
internal sealed class InputNames
{
    private static readonly string[] Order = ["path", "query", "header", "cookie"];

    private readonly Dictionary<SpecParameter, string> _names = new(ReferenceEqualityComparer.Instance);

    public InputNames(ImportContext context, IReadOnlyList<SpecParameter> parameters, bool hasBody)
    {
        UniqueNames taken = new();
        if (hasBody)
        {
            taken.Reserve(BodyBuilder.Name);
        }

        foreach (SpecParameter parameter in parameters.OrderBy(p => Array.IndexOf(Order, p.In)))
        {
            string located = parameter.Name + char.ToUpperInvariant(parameter.In[0]) + parameter.In[1..];
            string name = taken.Claim([parameter.Name, located], "");
            _names.Add(parameter, name);
            if (name != parameter.Name)
            {
                context.Log.Add(ImportRules.ParameterRenamed, parameter.Place, parameter.Name, name);
            }
        }
    }

    public string Of(SpecParameter parameter) => _names[parameter];
}
