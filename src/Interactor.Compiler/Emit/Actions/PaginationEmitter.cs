using Interactor.Compiler.Emit.Encoding;
using Interactor.Compiler.Emit.Types;
using Interactor.Compiler.Expressions;
using Interactor.Compiler.Expressions.Emitting;
using Interactor.Compiler.Model;

namespace Interactor.Compiler.Emit.Actions;

/// <summary>Writes how an action finds its next page, and what the items of a page are.</summary>
internal static class PaginationEmitter
{
    /// <summary>The method that gives the items of a page.</summary>
    public const string Items = "Items";

    /// <param name="code">Where to write.</param>
    /// <param name="action">The action.</param>
    /// <param name="pagination">Its pages.</param>
    public static void EmitRules(CodeWriter code, ActionModel action, PaginationModel pagination)
    {
        (string type, string sourceName) = SourceOf(action, pagination);
        code.Open($"Pages = new {RulesOf(pagination)}<{CSharpIdentifier.Escape(action.Input.Name)}, {type}, {ActionEmitter.OutputType(action)}>");
        if (pagination.Start is { } start)
        {
            code.Line($"Start = static (i, context) => {ExpressionEmitter.Emit(start)},");
        }

        string parameters = $"(i, {sourceName}, context)";
        if (pagination.Next is { } next)
        {
            code.Line($"Next = static {parameters} => {ExpressionEmitter.Emit(next)},");
        }

        switch (pagination)
        {
            case { Kind: PaginationKind.Offset or PaginationKind.Page }:
                EmitNumbers(code, pagination);
                break;
            case { Request: { } request, When: { } when }:
                code.Line($"When = static {parameters} => {ExpressionEmitter.Emit(when)},");
                ActionEmitter.EmitEndpoint(code, request, ResponseBodyKind.Json);
                code.Open($"Build = static ({RuntimeMembers.Request}, i, {sourceName}, context) =>");
                RequestEmitter.Emit(code, request);
                code.Close("},");
                break;
        }

        if (pagination.Items is { } items)
        {
            code.Line($"WriteItems = static (json, {RuntimeMembers.Output}) => {JsonCode.WriteCall(items.Type, "json", $"{Items}({RuntimeMembers.Output})")},");
        }

        code.Close("},");
    }

    public static void EmitItems(CodeWriter code, ActionModel action)
    {
        if (action.Pagination is { Items: { } items })
        {
            code.Line();
            code.Line($"public static {CSharpType.Of(items.Type)} {Items}({ActionEmitter.OutputType(action)} {RuntimeMembers.Output}) => {ExpressionEmitter.Emit(items)};");
        }
    }

    private static void EmitNumbers(CodeWriter code, PaginationModel pagination)
    {
        if (pagination.Kind == PaginationKind.Offset)
        {
            code.Line("CountsItems = true,");
        }

        if (pagination is { Next: null, Items: { } items })
        {
            string count = items.Type.IsNullable ? "?.Count ?? 0" : ".Count";
            code.Line($"Count = static {RuntimeMembers.Output} => {Items}({RuntimeMembers.Output}){count},");
        }

        if (pagination.Size > 0)
        {
            code.Line($"Size = {pagination.Size},");
        }
    }

    // What the next page is read from: its type as the rules name it, and the name by which expressions reach it.
    private static (string Type, string Name) SourceOf(ActionModel action, PaginationModel pagination)
    {
        if (action.Body is StepsBody)
        {
            return (FrameEmitter.NameOf(action), RuntimeMembers.Frame);
        }

        string body = action.Body is MappedBody mapped ? CSharpType.Of(mapped.Response.Body.Type) : ActionEmitter.OutputType(action);
        bool takesBody = pagination is { Kind: PaginationKind.Next } or { Kind: PaginationKind.Link, Next: null };
        return (takesBody ? body : $"{RuntimeNames.ResponseValue}<{body}>", RuntimeMembers.Response);
    }

    private static string RulesOf(PaginationModel pagination) => pagination switch
    {
        { Kind: PaginationKind.Cursor } => RuntimeNames.CursorPages,
        { Kind: PaginationKind.Link, Next: null } => RuntimeNames.HeaderLinkPages,
        { Kind: PaginationKind.Link } => RuntimeNames.LinkPages,
        { Kind: PaginationKind.Next } => RuntimeNames.RequestPages,
        _ => RuntimeNames.NumberPages,
    };
}
