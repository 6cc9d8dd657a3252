namespace Interactor.Host.Workspace;

/// <summary>Which values of a connector an environment has, without the values.</summary>
/// <param name="Names">The names of the variables that have a value.</param>
/// <param name="IsLive">Whether its provider is called, or the sandbox; null where nobody said.</param>
internal sealed record ConfigurationMark(IReadOnlySet<string> Names, bool? IsLive)
{
    public static ConfigurationMark None { get; } = new(new HashSet<string>(), null);
}
