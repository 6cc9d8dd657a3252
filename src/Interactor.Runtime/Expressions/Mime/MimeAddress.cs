namespace Interactor.Runtime.Expressions.Mime;

/// <param name="Name">The display name, decoded; empty when there is none.</param>
/// <param name="Address">The addr-spec, in ASCII.</param>
internal sealed record MimeAddress(string Name, string Address);
