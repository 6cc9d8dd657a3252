using System.Text;
using Interactor.Runtime.Http;

namespace Interactor.Runtime.Execution;

/// <summary>The encoding that an answer says its text has (RFC 9110, section 8.3.2); UTF-8 where it says none.</summary>
internal static class BodyCharset
{
    /// <exception cref="InteractorException"><see cref="ErrorCode.ContractViolation"/>: it is not one that is read.</exception>
    public static Encoding Of(Reply reply)
    {
        if (Charset.Of(reply.Message) is not { } charset)
        {
            return Encoding.UTF8;
        }

        return Charset.Find(charset) ?? throw new InteractorException(ErrorCode.ContractViolation, $"The provider answered with text in the charset '{charset}', which is not read.")
        {
            Status = reply.Status,
        };
    }
}
