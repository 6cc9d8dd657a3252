using System.Text;
using Interactor.Runtime.Http;

namespace Interactor.Runtime.Execution;

/// <summary>The encoding that an answer says its text has (RFC 9110, section 8.3.2).</summary>
internal static class BodyCharset
{
    /// <returns>Null where it says none.</returns>
    /// <exception cref="InteractorException"><see cref="ErrorCode.ContractViolation"/>: it is not one that is read.</exception>
    public static Encoding? Of(Reply reply, ActionContext context)
    {
        if (Charset.Of(reply.Message) is not { } charset)
        {
            return null;
        }

        return Charset.Find(charset) ?? throw new InteractorException(
            ErrorCode.ContractViolation,
            $"The provider answered with text in the charset '{ShownName.Of(SecretRedactor.Redact(charset, context))}', which is not read; {Charset.Readable} are.")
        {
            Status = reply.Status,
        };
    }
}
