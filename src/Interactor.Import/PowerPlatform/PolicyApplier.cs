using Interactor.Compiler.Binding.Requests;
using Interactor.Compiler.Diagnostics;
using Interactor.Import.Findings;
using Interactor.Import.Model;
using Interactor.Import.OpenApi;

namespace Interactor.Import.PowerPlatform;

/// <summary>Applies policies to actions: headers, parameters of the query, other paths, other servers.</summary>
internal sealed class PolicyApplier(ImportContext context, ConnectionVariables variables, HostPolicies hosts, IReadOnlyList<ImportedAction> actions)
{
    private readonly PolicyValues _values = new(variables);
    private readonly ImportedAction[] _actions = [.. actions];

    public IReadOnlyList<ImportedAction> Actions => _actions;

    /// <summary>What is added to every request, by the way to connect that it is for.</summary>
    public Dictionary<ParameterSet, MethodAdditions> Additions { get; } = [];

    public void Apply(IEnumerable<Policy> policies, IReadOnlyList<ParameterSet> sets)
    {
        foreach (ParameterSet set in sets)
        {
            Additions[set] = new MethodAdditions();
        }

        foreach (Policy policy in policies)
        {
            if (!PolicyTable.IsKnown(policy.Template))
            {
                context.Log.Add(PowerPlatformRules.PolicyUnknown, policy.Place, policy.Name, Nearest.Hint(policy.Template, PolicyTable.Names));
            }
            else if (PolicyTable.WhyDropped(policy.Template) is { } reason)
            {
                context.Log.Add(PowerPlatformRules.PolicyDropped, policy.Place, policy.Name, reason, NamesOf(policy));
            }
            else
            {
                ReportOperations(policy);
                ApplyOne(policy);
            }
        }
    }

    private void ApplyOne(Policy policy)
    {
        switch (policy.Template)
        {
            case "setheader" or "setqueryparameter" when policy.IsOfResponse:
                context.Log.Add(PowerPlatformRules.PolicyDropped, policy.Place, policy.Name, "it changes the response", NamesOf(policy));
                break;
            case "setheader":
                SetParameter(policy, "header");
                break;
            case "setqueryparameter":
                SetParameter(policy, "query");
                break;
            case "routerequesttoendpoint":
                Change(policy, action => Route(policy, action));
                break;
            case "dynamichosturl" when policy.Operations.Count > 0:
                Change(policy, action => hosts.Of(policy) is { } server ? action with { Request = action.Request with { Server = server } } : null);
                break;
            case "updatenextlink":
                Change(policy, action => Link(policy, action));
                break;
            case "pollingtrigger":
                context.Log.Add(PowerPlatformRules.PolicyDropped, policy.Place, policy.Name, "what a poll remembers is not written", NamesOf(policy));
                break;
            case "setconnectionstatustounauthenticated" when int.TryParse(policy["statusCode"], out int status):
                foreach (MethodAdditions additions in Additions.Values)
                {
                    additions.ExpiredStatus = status;
                }

                break;
        }
    }

    private void SetParameter(Policy policy, string location)
    {
        string name = Uri.UnescapeDataString(policy["name"]?.Trim() ?? "");
        string? problem = name.Length == 0 ? "it names nothing" : location == "header" ? HeaderName.Problem(name) : null;
        if (problem is not null)
        {
            context.Log.Add(PowerPlatformRules.PolicyDropped, policy.Place, policy.Name, problem, NamesOf(policy));
            return;
        }

        if (PolicyText.Read(policy["value"] ?? "") is not { } parts || (location == "header" && parts.Any(p => !p.IsCall && p.Text.Any(c => c is < ' ' or > '~'))))
        {
            NotSaid(policy, "value");
        }
        else if (policy.Operations.Count == 0 && Additions.Count > 0 && PolicyValues.IsOfConnection(parts))
        {
            foreach ((ParameterSet set, MethodAdditions additions) in Additions)
            {
                if (_values.Value(parts, set, null) is { } value)
                {
                    additions.Set(location, name, value);
                }
                else
                {
                    NotSaid(policy, "value");
                }
            }
        }
        else
        {
            Change(policy, action => _values.Value(parts, null, action) is { } value ? With(action, policy, location, name, value) : null);
        }
    }

    // What callers gave under the name is replaced, unless the policy says that it comes first.
    private static ImportedAction With(ImportedAction action, Policy policy, string location, string name, DefinitionText value)
    {
        ImportedRequest request = action.Request;
        List<ImportedParameter> parameters = [.. location == "header" ? request.Headers : request.Query];
        int index = parameters.FindIndex(p => string.Equals(p.Name, name, location == "header" ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal));
        bool isKept = index >= 0 && policy["existsAction"]?.ToLowerInvariant() is "skip";
        if (isKept)
        {
            return action;
        }

        ImportedParameter parameter = new(index < 0 ? name : parameters[index].Name, value);
        if (index < 0)
        {
            parameters.Add(parameter);
        }
        else
        {
            parameters[index] = parameter;
        }

        ImportedProperty? replaced = index < 0 ? null : PolicyValues.Member(action, location, name);
        bool isUsed = replaced is not null && value.Written.Contains(ExpressionText.Input(replaced.Name).Written, StringComparison.Ordinal);
        return action with
        {
            Input = replaced is null || isUsed ? action.Input : [.. action.Input.Where(p => p != replaced)],
            Request = location == "header" ? request with { Headers = parameters } : request with { Query = parameters },
        };
    }

    private ImportedAction? Route(Policy policy, ImportedAction action)
    {
        if (PolicyText.Read((policy["newPath"] ?? "").Replace("@Request.OriginalHTTPMethod", "", StringComparison.OrdinalIgnoreCase).Trim()) is not { Count: > 0 } parts)
        {
            return null;
        }

        // What follows a question mark belongs to the query.
        List<PolicyPart> path = [];
        List<ImportedParameter> query = [.. action.Request.Query];
        foreach (PolicyPart part in parts)
        {
            int mark = part.IsCall ? -1 : part.Text.IndexOf('?');
            if (mark < 0)
            {
                path.Add(part);
                continue;
            }

            if (part != parts[^1])
            {
                return null;
            }

            path.Add(part with { Text = part.Text[..mark] });
            foreach (string pair in PathText.PairsOf(part.Text[mark..]))
            {
                int equals = pair.IndexOf('=');
                string name = Uri.UnescapeDataString(equals < 0 ? pair : pair[..equals]);
                string value = equals < 0 ? "" : Uri.UnescapeDataString(pair[(equals + 1)..]);
                if (name.Length == 0 || value.Contains('{') || query.Exists(q => q.Name == name))
                {
                    return null;
                }

                query.Add(new ImportedParameter(name, DefinitionText.Of(value)));
            }
        }

        if (_values.Path(path, action, policy.Place) is not { } text)
        {
            return null;
        }

        string method = policy["httpMethod"]?.Trim().ToUpperInvariant() ?? "";
        bool isMethod = method is "GET" or "POST" or "PUT" or "PATCH" or "DELETE" or "HEAD" or "OPTIONS";
        text = text.Written.StartsWith('/') ? text : DefinitionText.Of("/") + text;
        return action with { Request = action.Request with { Path = text, Query = query, Method = isMethod ? method : action.Request.Method } };
    }

    private ImportedAction Link(Policy policy, ImportedAction action)
    {
        if (policy["nextLinkPropertyName"] is not { Length: > 0 } name || action.Settings.Find("paginate") is not null)
        {
            return action;
        }

        context.Log.Add(PowerPlatformRules.Pageable, policy.Place, name);
        return Pagination.Of(action, name, null);
    }

    private void Change(Policy policy, Func<ImportedAction, ImportedAction?> change)
    {
        for (int i = 0; i < _actions.Length; i++)
        {
            if (policy.Operations.Count > 0 && !policy.Operations.Contains(_actions[i].Origin.OperationId, StringComparer.OrdinalIgnoreCase))
            {
                continue;
            }

            if (change(_actions[i]) is { } changed)
            {
                _actions[i] = changed;
            }
            else
            {
                NotSaid(policy, policy["value"] ?? policy["newPath"] ?? policy["urlTemplate"] ?? "", _actions[i].Id);
            }
        }
    }

    private void ReportOperations(Policy policy)
    {
        string[] known = [.. _actions.Select(a => a.Origin.OperationId).OfType<string>()];
        foreach (string operation in policy.Operations.Where(o => !known.Contains(o, StringComparer.OrdinalIgnoreCase)))
        {
            context.Log.Add(PowerPlatformRules.PolicyOperation, policy.Place, policy.Name, operation, Nearest.Hint(operation, known));
        }
    }

    private void NotSaid(Policy policy, string what, string? action = null) =>
        context.Log.Add(PowerPlatformRules.PolicyTemplate, policy.Place, what, policy.Name, action ?? NamesOf(policy));

    private string NamesOf(Policy policy) => policy.Operations.Count == 0
        ? "all"
        : string.Join(", ", policy.Operations.Select(o => _actions.FirstOrDefault(a => a.Origin.OperationId == o)?.Id ?? o));
}
