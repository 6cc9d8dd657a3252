using System.Text.RegularExpressions;
using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Expressions.Checking;
using Interactor.Compiler.Text;

namespace Interactor.Compiler.Expressions.Functions;

/// <summary>A duration as CEL writes it: <c>1h30m</c>, <c>1.5s</c>, <c>-250ms</c>.</summary>
internal sealed class DurationRule : ILiteralRule
{
    private static readonly Regex Form = new(@"\A[-+]?(0|([0-9]+(\.[0-9]+)?(h|ms|m|s|us|ns))+)\z", RegexOptions.CultureInvariant);

    public bool IsRequired => false;

    public string? Check(string text, TextRange at, CheckContext context)
    {
        if (text.Length <= 64 && Form.IsMatch(text))
        {
            return text;
        }

        context.Fail(ExpressionDiagnostics.InvalidTimeFormat, at, "a duration is numbers with the units h, m, s, ms, us or ns, such as '1h30m'");
        return null;
    }
}
