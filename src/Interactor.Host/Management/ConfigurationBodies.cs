namespace Interactor.Host.Management;

/// <summary>How an environment configures a connector. The values themselves are never shown.</summary>
/// <param name="State"><c>configured</c>, <c>configuration_required</c> where values are missing, or <c>sandbox</c> where the sandbox plays the provider.</param>
/// <param name="Live">Whether the provider is called; null where nobody said, so that a development host decides by whether values are set.</param>
/// <param name="Values">The variables that have a value.</param>
/// <param name="Missing">The variables of the application without which it cannot work.</param>
public sealed record ConfigurationBody(string State, bool? Live, IReadOnlyList<string> Values, IReadOnlyList<string> Missing);

/// <summary>What changes of a configuration; what is left out stays.</summary>
/// <param name="Values">A value by the name of its variable; null removes it.</param>
/// <param name="Live">Whether the provider is called, or the sandbox.</param>
public sealed record ConfigurationChangeBody(IReadOnlyDictionary<string, string?>? Values = null, bool? Live = null);
