using Interactor.Host.People;

namespace Interactor.Host.Access;

/// <summary>Who may call an endpoint.</summary>
/// <param name="Least">The role that a person has at least.</param>
/// <param name="TakesKey">Whether the key of an environment does as well, for what concerns that environment.</param>
internal sealed record AccessRule(Role Least, bool TakesKey);
