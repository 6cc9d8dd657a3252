using System.Text.Json;

namespace Interactor.Host.Management;

/// <summary>A connector in a list.</summary>
/// <param name="Owner">Who publishes it.</param>
/// <param name="Id">Its id, unique with its owner.</param>
/// <param name="Name">The name for people.</param>
/// <param name="Version">The newest version.</param>
/// <param name="Summary">One sentence on what it is for.</param>
/// <param name="Categories">Ids to find it by.</param>
/// <param name="Visibility"><c>private</c> or <c>public</c>.</param>
/// <param name="Actions">How many actions it has.</param>
/// <param name="Configuration">How the environment configures it; null where the request names no environment.</param>
public sealed record ConnectorItemBody(
    string Owner, string Id, string Name, string Version, string? Summary, IReadOnlyList<string> Categories, string Visibility, int Actions, ConfigurationBody? Configuration);

/// <summary>One version of a connector.</summary>
/// <param name="Owner">Who publishes it.</param>
/// <param name="Id">Its id, unique with its owner.</param>
/// <param name="Name">The name for people.</param>
/// <param name="Version">The version.</param>
/// <param name="Versions">Every version that is served, the newest first.</param>
/// <param name="Summary">One sentence on what it is for.</param>
/// <param name="Categories">Ids to find it by.</param>
/// <param name="Visibility"><c>private</c> or <c>public</c>.</param>
/// <param name="Egress">The hosts that may see a credential.</param>
/// <param name="Variables">The values that its users give.</param>
/// <param name="Methods">The ways to authorise its requests.</param>
/// <param name="Actions">What it can do.</param>
/// <param name="Guide">Its guide, in Markdown; null for none.</param>
/// <param name="Configuration">How the environment configures it; null where the request names no environment.</param>
public sealed record ConnectorBody(
    string Owner,
    string Id,
    string Name,
    string Version,
    IReadOnlyList<string> Versions,
    string? Summary,
    IReadOnlyList<string> Categories,
    string Visibility,
    IReadOnlyList<string> Egress,
    IReadOnlyList<VariableBody> Variables,
    IReadOnlyList<MethodBody> Methods,
    IReadOnlyList<ActionItemBody> Actions,
    string? Guide,
    ConfigurationBody? Configuration);

/// <summary>A value that users of a connector give.</summary>
/// <param name="Name">The name by which it is set.</param>
/// <param name="Title">The name for people.</param>
/// <param name="Scope"><c>app</c> for one value of the environment, <c>account</c> for one of each account.</param>
/// <param name="Type">What its text means: <c>text</c>, <c>url</c>, <c>host</c>….</param>
/// <param name="Secret">Whether it is a secret.</param>
/// <param name="Required">Whether the connector does not work without it.</param>
/// <param name="Default">The value where none is given.</param>
/// <param name="Allowed">The values to choose from; empty for any.</param>
/// <param name="Pattern">The regular expression that a value matches; null for any.</param>
/// <param name="AskFor">The ids of the security methods that need it; empty for all.</param>
public sealed record VariableBody(
    string Name, string? Title, string Scope, string Type, bool Secret, bool Required, string? Default, IReadOnlyList<string> Allowed, string? Pattern, IReadOnlyList<string> AskFor);

/// <summary>A way to authorise requests.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">How it comes by its credential, such as <c>OAuth2Code</c>.</param>
/// <param name="NeedsPerson">Whether a person goes to the provider for it.</param>
public sealed record MethodBody(string Id, string Kind, bool NeedsPerson);

/// <summary>An action in a list.</summary>
/// <param name="Id">Its id, unique in the connector.</param>
/// <param name="Version">Its version. Majors of one action live side by side.</param>
/// <param name="Name">The name for people.</param>
/// <param name="Summary">One sentence on what it does.</param>
/// <param name="Effect"><c>read</c>, <c>write</c> or <c>destructive</c>.</param>
/// <param name="Idempotency"><c>yes</c>, <c>no</c>, or <c>key</c> where a key makes it so.</param>
/// <param name="Deprecated">Whether callers should move to another action.</param>
/// <param name="Methods">The security methods that it accepts; empty where it needs no account.</param>
/// <param name="Scopes">The OAuth 2.0 scopes that it needs.</param>
public sealed record ActionItemBody(
    string Id, string Version, string Name, string? Summary, string Effect, string Idempotency, bool Deprecated, IReadOnlyList<string> Methods, IReadOnlyList<string> Scopes);

/// <summary>An action with its schemas, which are those of JSON Schema 2020-12.</summary>
/// <param name="Action">What it is.</param>
/// <param name="Input">The schema of its input, with what it refers to under <c>$defs</c>.</param>
/// <param name="Output">The schema of its output, the same way.</param>
public sealed record ActionBody(ActionItemBody Action, JsonElement Input, JsonElement Output);
