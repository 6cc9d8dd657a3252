using System.Text;
using Interactor.Runtime.Http;

namespace Interactor.Runtime.Execution;

/// <summary>The encoding that an answer says its text has (RFC 9110, section 8.3.2); UTF-8 where it says none.</summary>
internal static class BodyCharset
{
    /// <exception cref="InteractorException"><see cref="ErrorCode.ContractViolation"/>: it is not one that is read.</exception>
    public static Encoding Of(Reply reply)
    {
        string? charset = reply.Message.Content.Headers.ContentType?.CharSet?.Trim('"');
        return charset?.ToLowerInvariant() switch
        {
            null or "" or "utf-8" or "utf8" => Encoding.UTF8,
            "us-ascii" or "ascii" => Encoding.ASCII,
            "iso-8859-1" or "latin1" => Encoding.Latin1,
            "utf-16" or "utf-16le" => Encoding.Unicode,
            "utf-16be" => Encoding.BigEndianUnicode,
            _ => throw new InteractorException(ErrorCode.ContractViolation, $"The provider answered with text in the charset '{charset}', which is not read.")
            {
                Status = reply.Status,
            },
        };
    }
}
