using Interactor.Runtime.Security;

namespace Interactor.Runtime;

/// <summary>A connector as data: where it is, who may see a credential, how it is authorised and what it can do.</summary>
public sealed class ConnectorDescriptor
{
    /// <summary>Who publishes it.</summary>
    public required string Owner { get; init; }

    /// <summary>Its id, unique with its owner.</summary>
    public required string Id { get; init; }

    /// <summary>The name for people.</summary>
    public string Name { get; init; } = "";

    /// <summary>Its semantic version.</summary>
    public string Version { get; init; } = "";

    /// <summary>One sentence on what it is for.</summary>
    public string? Summary { get; init; }

    /// <summary>The servers that requests name. A security method may replace some of them.</summary>
    public IReadOnlyList<ServerDescriptor> Servers { get; init; } = [];

    /// <summary>The hosts that may ever see a credential: an exact name, or <c>*.</c> and a name for every host below it.</summary>
    public IReadOnlyList<string> Egress { get; init; } = [];

    /// <summary>
    /// The variables whose values are further such hosts, or URLs of them, for the account that gave them: of services that everybody runs at an address of their own.
    /// </summary>
    public IReadOnlyList<string> EgressVariables { get; init; } = [];

    /// <summary>The values that its users provide.</summary>
    public IReadOnlyList<VariableDescriptor> Variables { get; init; } = [];

    /// <summary>The ways to authorise a request.</summary>
    public IReadOnlyList<SecurityMethod> Methods { get; init; } = [];

    /// <summary>What it can do.</summary>
    public IReadOnlyList<ActionDescriptor> Actions { get; init; } = [];

    /// <summary>Its address, <c>owner/id</c>.</summary>
    public string Address => field ??= $"{Owner}/{Id}";

    internal VariableDescriptor? FindVariable(string name)
    {
        foreach (VariableDescriptor variable in Variables)
        {
            if (variable.Name == name)
            {
                return variable;
            }
        }

        return null;
    }

    internal SecurityMethod? FindMethod(string id)
    {
        for (int i = 0; i < Methods.Count; i++)
        {
            if (Methods[i].Id == id)
            {
                return Methods[i];
            }
        }

        return null;
    }
}
