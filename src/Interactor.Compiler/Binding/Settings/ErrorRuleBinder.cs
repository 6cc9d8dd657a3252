using Interactor.Compiler.Binding.Requests;
using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Expressions;
using Interactor.Compiler.Model;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Settings;

/// <summary>Binds <c>errors</c>: rules that map responses to the closed set of codes.</summary>
internal sealed class ErrorRuleBinder(BindingContext context, Scopes scopes)
{
    public EquatableArray<ErrorRuleModel> Bind(SyntaxNode? node)
    {
        switch (node)
        {
            case null:
                return [];
            case SequenceNode rules:
                return rules.Items.Select(BindRule).OfType<ErrorRuleModel>().ToEquatableArray();
            default:
                context.Report(StructureDiagnostics.WrongType, node, "'errors'", "a list of rules", NodeKind.Describe(node));
                return [];
        }
    }

    private ErrorRuleModel? BindRule(SyntaxNode node)
    {
        if (context.ReadMapping(node, "an error rule") is not { } reader)
        {
            return null;
        }

        ExpressionScope condition = scopes.ErrorResponse();
        ExpressionScope texts = scopes.ErrorResponse();
        bool reveal = reader.TakeBoolean("reveal");
        ErrorRuleScope on = reader.TakeChoice(
            "on",
            ErrorRuleScope.Failure,
            ("failure", ErrorRuleScope.Failure),
            ("success", ErrorRuleScope.Success),
            ("any", ErrorRuleScope.Any));
        ScalarNode? when = reader.RequireScalar("when");
        string code = reader.RequireChoice("code", "ProviderError", ErrorCodes.Choices);
        ErrorRuleModel? rule = when is null
            ? null
            : new ErrorRuleModel(
                on,
                Slot.Boolean(when, condition, context),
                code,
                Text(reader, "message", texts, reveal),
                Text(reader, "providerCode", texts, reveal),
                Text(reader, "retryAfter", texts, reveal));
        reader.Done();
        return rule is null ? null : rule with { WhenCalls = condition.ScriptCalls, TextCalls = texts.ScriptCalls };
    }

    private TypedExpression? Text(MappingReader reader, string key, ExpressionScope scope, bool reveal) =>
        reader.TakeScalar(key) is { } scalar ? Slot.PublicText(scalar, scope, context, "an error", reveal, allowNull: true) : null;
}
