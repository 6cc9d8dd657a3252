namespace Interactor.Runtime;

/// <summary>A base URL that paths of requests are appended to.</summary>
/// <param name="name">The name by which requests refer to it.</param>
/// <param name="url">Gives the URL; it may depend on variables and on facts about the account.</param>
public sealed class ServerDescriptor(string name, Func<ActionContext, string> url)
{
    /// <summary>The name by which requests refer to it.</summary>
    public string Name { get; } = name;

    /// <summary>Gives the URL: scheme, host and optional path, without query.</summary>
    public Func<ActionContext, string> Url { get; } = url;
}
