namespace Interactor.Runtime.Expressions.Mime;

/// <summary>A message whose parts are checked.</summary>
internal sealed record MimeMessage
{
    /// <summary>The address headers in the order in which they are written; none is empty.</summary>
    public required IReadOnlyList<(string Header, IReadOnlyList<MimeAddress> Addresses)> Addresses { get; init; }

    public required string? Subject { get; init; }

    public required IReadOnlyList<(string Name, string Value)> Headers { get; init; }

    public required string? Text { get; init; }

    public required string? Html { get; init; }

    public required IReadOnlyList<MimeAttachment> Attachments { get; init; }
}
