namespace Interactor.Runtime.Expressions.Mime;

/// <param name="Name">The file name; null when there is none.</param>
/// <param name="Type">The media type, checked.</param>
internal sealed record MimeAttachment(string? Name, string Type, ReadOnlyMemory<byte> Content);
