using Interactor.Compiler.Expressions.Checking;
using Interactor.Compiler.Text;

namespace Interactor.Compiler.Expressions.Functions;

/// <summary>Checks an argument that is written out as text.</summary>
internal interface ILiteralRule
{
    /// <summary>The argument has to be written out; otherwise the rule only looks at those that are.</summary>
    public bool IsRequired { get; }

    /// <summary>The text as the runtime wants it, or null after a report.</summary>
    public string? Check(string text, TextRange at, CheckContext context);
}
