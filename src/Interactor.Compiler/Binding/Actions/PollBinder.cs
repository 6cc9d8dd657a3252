using Interactor.Compiler.Binding.Datatypes;
using Interactor.Compiler.Binding.Requests;
using Interactor.Compiler.Binding.Settings;
using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Expressions;
using Interactor.Compiler.Model;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Actions;

/// <summary>Binds <c>poll</c>: how the end of a job is awaited that the request of an action begins.</summary>
internal sealed class PollBinder(BindingContext context, Scopes scopes, ServerTable servers, DatatypeBinder datatypes)
{
    private const long Every = 5_000;
    private const long Deadline = 3_600_000;

    private readonly Scopes _scopes = scopes.InPoll();

    /// <summary>Binds the job of an action; null where it has none.</summary>
    /// <param name="action">The keys of the action.</param>
    /// <param name="input">The type of its input.</param>
    /// <param name="typePrefix">What types of the action begin with.</param>
    /// <param name="isXml">The action's answers are XML, so that those about the job are too.</param>
    public JobModel? Bind(MappingReader action, TypeModel input, string typePrefix, bool isXml)
    {
        if (action.TakeMapping("poll") is not { } reader)
        {
            return null;
        }

        CheckPlace(action);
        ContractModel started = BindSchema(reader.Take("started"), typePrefix + "Started", isXml, out XmlShapeModel? startedXml);
        ContractModel status = BindSchema(reader.Take("status"), typePrefix + "Status", isXml, out XmlShapeModel? statusXml);
        ExpressionScope begun = _scopes.JobStarted(input, started.Type);
        ExpressionScope asking = _scopes.JobRequest(input, started.Type, status.Type);
        ExpressionScope asked = _scopes.JobStatus(input, started.Type, status.Type);
        RequestBinder requests = new(context, servers);
        ScalarNode? when = reader.TakeScalar("when");
        SyntaxNode? request = reader.Require("request");
        ScalarNode? done = reader.RequireScalar("done");
        SyntaxNode? result = reader.Take("result");
        EquatableArray<JobFailureModel> failures = BindFailures(reader.Take("failed"), asked);
        long every = DurationReader.Read(reader.TakeScalar("every"), Every, context);
        long deadline = DurationReader.Read(reader.TakeScalar("deadline"), Deadline, context);
        if (every > deadline)
        {
            Report(reader.Node.Find("every") ?? reader.Node.Find("deadline")!, "waits longer between two requests ('every') than the job may take ('deadline')");
        }

        TypedExpression? condition = when is null ? null : Slot.Boolean(when, begun, context);
        RequestModel? ask = request is null ? null : requests.Bind(request, asking);
        TypedExpression? end = done is null ? null : Slot.Boolean(done, asked, context);
        RequestModel? fetch = result is null ? null : requests.Bind(result, asked);
        reader.Done();
        return ask is null || end is null ? null : new JobModel
        {
            When = condition,
            Started = started,
            StartedXml = startedXml,
            Status = status,
            StatusXml = statusXml,
            Request = ask,
            Done = end,
            Failures = failures,
            EveryMilliseconds = every,
            DeadlineMilliseconds = deadline,
            Result = fetch,
        };
    }

    private void CheckPlace(MappingReader action)
    {
        SyntaxNode key = action.Node.FindKey("poll")!;
        foreach (string other in (string[])["steps", "script", "paginate"])
        {
            if (action.Has(other))
            {
                Report(key, $"cannot stand beside '{other}'; it awaits the job that the one 'request' of an action begins");
            }
        }
    }

    private ContractModel BindSchema(SyntaxNode? schema, string proposal, bool isXml, out XmlShapeModel? xml)
    {
        xml = null;
        if (schema is null)
        {
            return new ContractModel(new AnyTypeModel(), null);
        }

        ContractModel contract = datatypes.BindInline(schema, proposal, isRequest: false, out SyntaxNode written);
        xml = isXml ? context.Xml?.Bind(written, otherwise: null, out _) : null;
        return contract;
    }

    private EquatableArray<JobFailureModel> BindFailures(SyntaxNode? node, ExpressionScope scope) => node switch
    {
        null => [],
        SequenceNode rules => rules.Items.Select(rule => BindFailure(rule, scope)).OfType<JobFailureModel>().ToEquatableArray(),
        _ => BindFailure(node, scope) is { } one ? [one] : [],
    };

    private JobFailureModel? BindFailure(SyntaxNode node, ExpressionScope scope)
    {
        if (context.ReadMapping(node, "a failure of a job") is not { } reader)
        {
            return null;
        }

        bool reveal = reader.TakeBoolean("reveal");
        ScalarNode? when = reader.RequireScalar("when");
        string code = reader.TakeChoice("code", "ProviderError", ErrorCodes.Choices);
        TypedExpression? message = Text(reader, "message", scope, reveal);
        TypedExpression? providerCode = Text(reader, "providerCode", scope, reveal);
        reader.Done();
        return when is null ? null : new JobFailureModel(Slot.Boolean(when, scope, context), code, message, providerCode);
    }

    private TypedExpression? Text(MappingReader reader, string key, ExpressionScope scope, bool reveal) =>
        reader.TakeScalar(key) is { } scalar ? Slot.PublicText(scalar, scope, context, "an error", reveal, allowNull: true) : null;

    private void Report(SyntaxNode at, string problem) => context.Report(ActionDiagnostics.InvalidPoll, at, problem);
}
