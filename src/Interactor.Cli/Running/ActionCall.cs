namespace Interactor.Cli.Running;

/// <summary>What a command line asks for.</summary>
/// <param name="Action">The id.</param>
/// <param name="Version">Null for the newest.</param>
/// <param name="Input">As given: JSON, <c>@file</c> or <c>-</c>; null for none.</param>
internal sealed record ActionCall(string Action, string? Version, string? Input);
