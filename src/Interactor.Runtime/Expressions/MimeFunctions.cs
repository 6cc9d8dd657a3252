using Interactor.Runtime.Expressions.Mime;
using Interactor.Runtime.Json;

namespace Interactor.Runtime.Expressions;

/// <summary>E-mail messages.</summary>
public static class MimeFunctions
{
    /// <summary>
    /// Builds an Internet message (RFC 5322) with its MIME parts (RFC 2045, 2046, 2047, 2231). The same input gives the same bytes.
    /// </summary>
    /// <param name="message">
    /// An object with <c>to cc bcc from replyTo subject text html headers attachments</c>, each of which may be absent or null.
    /// An address is <c>a@b</c>, <c>Name &lt;a@b&gt;</c> or an object with <c>name</c> and <c>address</c>; lists of addresses are an array or one address.
    /// An attachment is an object with <c>name</c>, <c>type</c> and <c>content</c> in base64.
    /// </param>
    /// <param name="place">What a failure names.</param>
    /// <exception cref="InteractorException"><see cref="ErrorCode.InputInvalid"/>: a value has no place in a message; a line break in a header above all.</exception>
    public static ReadOnlyMemory<byte> Build(JsonValue message, ExpressionPlace place) =>
        MimeWriter.Write(new MimeMessageReader(new MimeReport(place)).Read(message));
}
