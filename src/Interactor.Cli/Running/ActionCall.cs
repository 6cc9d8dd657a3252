using System.Net;

namespace Interactor.Cli.Running;

/// <summary>What a command line asks for.</summary>
/// <param name="Action">The id.</param>
/// <param name="Version">Null for the newest.</param>
/// <param name="Input">As given: JSON, <c>@file</c> or <c>-</c>; null for none.</param>
/// <param name="Values">The property of the input whose choices, or whose schema, are asked for; null for a call of the action itself.</param>
/// <param name="Search">What choices are looked for; null for all.</param>
/// <param name="Networks">Those that are not public and may be reached.</param>
internal sealed record ActionCall(string Action, string? Version, string? Input, string? Values, string? Search, IReadOnlyList<IPNetwork> Networks);
