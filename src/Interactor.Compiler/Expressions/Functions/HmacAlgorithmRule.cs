using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Expressions.Checking;
using Interactor.Compiler.Text;

namespace Interactor.Compiler.Expressions.Functions;

/// <summary>The hash under an HMAC (RFC 2104).</summary>
internal sealed class HmacAlgorithmRule : ILiteralRule
{
    private static readonly string[] Names = ["sha256", "sha512", "sha384", "sha1", "md5"];

    public bool IsRequired => true;

    public string? Check(string text, TextRange at, CheckContext context)
    {
        if (Names.Contains(text))
        {
            return text;
        }

        context.Fail(ExpressionDiagnostics.UnknownOption, at, text, "a hash for hmac", string.Join(", ", Names), Nearest.Hint(text, Names));
        return null;
    }
}
