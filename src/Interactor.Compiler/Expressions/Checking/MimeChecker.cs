using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Emit;
using Interactor.Compiler.Expressions.Parsing;
using Interactor.Compiler.Model;

namespace Interactor.Compiler.Expressions.Checking;

/// <summary>Checks <c>mime({…})</c>, whose keys are known when the connector is built.</summary>
internal sealed class MimeChecker(CheckContext context, ExpressionChecker checker, MacroChecker macros)
{
    public const string Function = "mime";

    private static readonly string[] MessageKeys = ["to", "cc", "bcc", "from", "replyTo", "subject", "text", "html", "headers", "attachments"];

    private static readonly string[] AttachmentKeys = ["name", "type", "content"];

    private static readonly string[] TextKeys = ["subject", "text", "html", "name", "type"];

    public TypedExpression Check(CallSyntax syntax)
    {
        if (syntax.Arguments.Count != 1)
        {
            return context.Fail(ExpressionDiagnostics.ArgumentCount, syntax.NameRange, Function, Sentence.ArgumentCount(1, 1), $"{syntax.Arguments.Count} are");
        }

        if (syntax.Arguments[0] is not MapSyntax map)
        {
            return context.Fail(
                ExpressionDiagnostics.CannotConvert, syntax.Arguments[0].Range, "not a map written out", "the message as a map", " Write mime({to: …, subject: …, text: …}).");
        }

        TypedExpression message = CheckMap(map, MessageKeys, "a part of a message");
        return message is ErrorExpression
            ? message
            : new CallExpression(
                new RuntimeMethod(RuntimeNames.MimeFunctions, "Build"), [message], new BytesTypeModel(), message.IsSecret, context.PlaceOf(syntax.Range));
    }

    private TypedExpression CheckMap(MapSyntax syntax, string[] known, string what)
    {
        List<MapEntry> entries = [];
        bool isValid = new LiteralChecker(context, checker).ReportDuplicates(syntax);
        foreach (MapEntrySyntax entry in syntax.Entries)
        {
            if (!known.Contains(entry.Key))
            {
                context.Fail(
                    ExpressionDiagnostics.UnknownOption, entry.KeyRange, entry.Key, what, string.Join(", ", known), Nearest.Hint(entry.Key, known));
                isValid = false;
                continue;
            }

            TypedExpression value = CheckEntry(entry);
            isValid &= value is not ErrorExpression;
            entries.Add(new MapEntry(entry.Key, value));
        }

        return isValid ? Conversion.ToAny(new MapExpression(new AnyTypeModel(), entries.ToEquatableArray())) : ErrorExpression.Instance;
    }

    private TypedExpression CheckEntry(MapEntrySyntax entry)
    {
        if (entry.Key == "attachments")
        {
            return CheckAttachments(entry.Value);
        }

        TypedExpression value = checker.CheckValue(entry.Value);
        if (value is ErrorExpression)
        {
            return value;
        }

        ConversionTarget target = entry.Key == "content" ? ConversionTarget.Bytes : TextKeys.Contains(entry.Key) ? ConversionTarget.Text : ConversionTarget.Any;
        if (target == ConversionTarget.Any || value.Type is NullTypeModel)
        {
            return Conversion.ToAny(value);
        }

        // Null leaves a part of the message out.
        return Conversion.To(target, value, context.PlaceOf(entry.Value.Range), keepNull: true) is { } converted
            ? Conversion.ToAny(converted)
            : checker.Convert(value, entry.Value, target);
    }

    // Attachments as JSON carry their content in base64, as bytes do in JSON everywhere; literals here may give it as text too.
    private TypedExpression CheckAttachments(ExpressionSyntax syntax)
    {
        TypedExpression value = syntax switch
        {
            ListSyntax list => CheckList(list),
            CallSyntax { Name: "map", Target: { } target } call when call.Arguments.Count >= 2 && call.Arguments[call.Arguments.Count - 1] is MapSyntax =>
                checker.CheckOperand(target) is var items and not ErrorExpression ? macros.Check(items, call, CheckAttachment) : ErrorExpression.Instance,
            _ => checker.CheckValue(syntax),
        };
        return Coercion.ToAny(value);
    }

    private TypedExpression CheckList(ListSyntax syntax)
    {
        TypedExpression[] items = [.. syntax.Items.Select(CheckAttachment)];
        return items.Any(i => i is ErrorExpression) ? ErrorExpression.Instance : new ListExpression(new AnyTypeModel(), items.ToEquatableArray());
    }

    private TypedExpression CheckAttachment(ExpressionSyntax syntax) => syntax is MapSyntax map
        ? CheckMap(map, AttachmentKeys, "a part of an attachment")
        : Coercion.ToAny(checker.CheckValue(syntax));
}
