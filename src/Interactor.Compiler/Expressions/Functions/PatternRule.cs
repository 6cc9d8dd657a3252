using System.Text.RegularExpressions;
using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Expressions.Checking;
using Interactor.Compiler.Text;

namespace Interactor.Compiler.Expressions.Functions;

/// <summary>
/// A pattern of <c>matches</c> (RE2, as CEL has it). It is rewritten for .NET's engine that never backtracks, and constructs
/// that would need backtracking are refused.
/// </summary>
internal sealed class PatternRule : ILiteralRule
{
    private const int LengthLimit = 1000;

    public bool IsRequired => true;

    public string? Check(string text, TextRange at, CheckContext context)
    {
        string? problem = null;
        string? pattern = text.Length > LengthLimit ? null : PatternTranslator.Translate(text, out problem);
        if (pattern is not null)
        {
            try
            {
                _ = new Regex(pattern, RegexOptions.CultureInvariant);
                if (!PatternSize.IsTooLarge(pattern))
                {
                    return pattern;
                }

                problem = "its repetitions inside one another make it too large";
            }
            catch (ArgumentException)
            {
                problem = "it is not a regular expression";
            }
        }

        context.Fail(ExpressionDiagnostics.InvalidPattern, at, problem ?? $"it is longer than {LengthLimit} characters");
        return null;
    }
}
