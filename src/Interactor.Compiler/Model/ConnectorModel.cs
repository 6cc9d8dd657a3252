namespace Interactor.Compiler.Model;

/// <summary>
/// A bound connector: everything that emission needs and nothing else. Plain values, no spans, no Roslyn symbols,
/// value-equal, so that an edit which changes no meaning emits nothing.
/// </summary>
public sealed record ConnectorModel
{
    public required string Owner { get; init; }

    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string Version { get; init; }

    public required string Summary { get; init; }

    /// <summary>The C# namespace of the generated code.</summary>
    public required string Namespace { get; init; }

    /// <summary>The start of the client's type names: <c>Gmail</c> of <c>GmailClient</c>.</summary>
    public required string TypePrefix { get; init; }

    public required EquatableArray<ServerModel> Servers { get; init; }

    public required EquatableArray<string> Egress { get; init; }

    /// <summary>Variables that hold further hosts, or URLs of them, for one account.</summary>
    public EquatableArray<string> EgressVariables { get; init; }

    public required EquatableArray<VariableModel> Variables { get; init; }

    public required EquatableArray<SecurityMethodModel> Methods { get; init; }

    /// <summary>The functions that expressions may call, by name.</summary>
    public EquatableArray<ScriptModel> Scripts { get; init; }

    /// <summary>What actions without a <c>retry</c> of their own use.</summary>
    public RetryModel? DefaultRetry { get; init; }

    /// <summary>The rules that follow those of each action.</summary>
    public EquatableArray<ErrorRuleModel> DefaultErrors { get; init; }

    public required EquatableArray<DatatypeModel> Datatypes { get; init; }

    public required EquatableArray<ActionModel> Actions { get; init; }

    /// <summary>The shapes of XML bodies; null where no action has one.</summary>
    public XmlShapesModel? XmlShapes { get; init; }

    /// <summary>The client's tree of action groups, the root first.</summary>
    public required EquatableArray<GroupModel> Groups { get; init; }
}
