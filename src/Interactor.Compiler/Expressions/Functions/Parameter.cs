using Interactor.Compiler.Expressions.Checking;

namespace Interactor.Compiler.Expressions.Functions;

/// <param name="Target">What arguments are converted to.</param>
/// <param name="Rule">A check of arguments that are written out.</param>
internal sealed record Parameter(ConversionTarget Target, bool IsOptional = false, ILiteralRule? Rule = null);
