using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Expressions.Functions;
using Interactor.Compiler.Expressions.Parsing;
using Interactor.Compiler.Text;

namespace Interactor.Compiler.Expressions.Checking;

/// <summary>Finds out what a call calls: a macro, a function or a method.</summary>
internal sealed class CallChecker
{
    private readonly CheckContext _context;

    private readonly ExpressionChecker _checker;

    private readonly MacroChecker _macros;

    private readonly ArgumentChecker _arguments;

    private readonly MimeChecker _mime;

    private readonly ScriptChecker _scripts;

    public CallChecker(CheckContext context, ExpressionChecker checker)
    {
        _context = context;
        _checker = checker;
        _macros = new MacroChecker(context, checker);
        _arguments = new ArgumentChecker(context, checker);
        _mime = new MimeChecker(context, checker, _macros);
        _scripts = new ScriptChecker(context, checker);
    }

    /// <summary>The target of a call is the name of a function group and not a value. An unknown name counts as one.</summary>
    public bool IsGroup(ExpressionSyntax target) =>
        target is NameSyntax name && _context.FindVariable(name.Name) is null && _context.Scope.FindRoot(name.Name) is null
        && (FunctionTable.IsGroup(name.Name) || Nearest.Find(name.Name, _context.Scope.Roots.Select(r => r.Name)) is null);

    public bool IsFunctionName(string name) => FunctionTable.IsGroup(name) || FunctionTable.Find(name).Count > 0 || name is MimeChecker.Function or MacroChecker.Has;

    /// <summary>A call without a receiver: <c>size(x)</c>, <c>text.lower(x)</c>.</summary>
    public TypedExpression CheckFunction(CallSyntax syntax)
    {
        if (syntax.Target is NameSyntax { Name: FunctionTable.Scripts })
        {
            return _scripts.Check(syntax);
        }

        string name = syntax.Target is NameSyntax group ? group.Name + "." + syntax.Name : syntax.Name;
        TextRange at = TextRange.Between(syntax.Target?.Range.Start ?? syntax.NameRange.Start, syntax.NameRange.End);
        switch (name)
        {
            case MacroChecker.Has:
                return _macros.CheckHas(syntax);
            case MimeChecker.Function:
                return _mime.Check(syntax);
        }

        if (FunctionTable.IsReserved(name))
        {
            return _context.Fail(ExpressionDiagnostics.NotYetSupported, at, name);
        }

        IReadOnlyList<FunctionEntry> overloads = FunctionTable.Find(name);
        if (overloads.Count > 0)
        {
            return _arguments.Check(new Invocation(name, Arguments(syntax), syntax, HasReceiver: false), overloads);
        }

        // The arguments may have errors of their own, which are worth telling in the same run.
        _ = Arguments(syntax);
        return _context.Fail(ExpressionDiagnostics.UnknownFunction, at, name, HintFor(name));
    }

    /// <summary>A call on a value that is not null: <c>x.size()</c>, <c>list.map(i, …)</c>.</summary>
    public TypedExpression CheckMethod(TypedExpression target, CallSyntax syntax)
    {
        if (MacroChecker.IsMacro(syntax.Name))
        {
            return _macros.Check(target, syntax);
        }

        IReadOnlyList<FunctionEntry> overloads = FunctionTable.FindMethods(syntax.Name);
        if (overloads.Count == 0)
        {
            return _context.Fail(
                ExpressionDiagnostics.UnknownFunction, syntax.NameRange, syntax.Name, Nearest.Hint(syntax.Name, [.. FunctionTable.MethodNames, .. MacroChecker.Names]));
        }

        return _arguments.Check(
            new Invocation(syntax.Name, [new Argument(target, syntax.Target!), .. Arguments(syntax)], syntax, HasReceiver: true), overloads);
    }

    private List<Argument> Arguments(CallSyntax syntax) => [.. syntax.Arguments.Select(a => new Argument(_checker.CheckValue(a), a))];

    private static string HintFor(string name)
    {
        string hint = Nearest.Hint(name, [.. FunctionTable.Names, MimeChecker.Function, MacroChecker.Has]);
        if (hint.Length > 0)
        {
            return hint;
        }

        string last = name.Substring(name.LastIndexOf('.') + 1);
        string? elsewhere = FunctionTable.Names.FirstOrDefault(n => n.EndsWith("." + last, StringComparison.OrdinalIgnoreCase));
        return elsewhere is null ? string.Empty : $" Did you mean '{elsewhere}'?";
    }
}
