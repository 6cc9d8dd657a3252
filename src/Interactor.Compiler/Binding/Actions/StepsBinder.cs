using Interactor.Compiler.Binding.Datatypes;
using Interactor.Compiler.Binding.Naming;
using Interactor.Compiler.Binding.Requests;
using Interactor.Compiler.Binding.Settings;
using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Expressions;
using Interactor.Compiler.Expressions.Checking;
using Interactor.Compiler.Model;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Actions;

/// <summary>Binds <c>steps</c>: requests in order, each of which sees the results of those before it.</summary>
internal sealed class StepsBinder(
    BindingContext context,
    Scopes scopes,
    ServerTable servers,
    DatatypeBinder datatypes,
    NamedTypeModel input,
    string typePrefix)
{
    private const int MaximumConcurrency = 64;

    private readonly List<StructureMember> _results = [];
    private readonly NameScope _names = new(ReservedNames.InRecord("Input"));

    private bool _keepRaw;

    /// <summary>What the steps leave behind.</summary>
    public StructureTypeModel Results => new("steps", _results.ToEquatableArray());

    public ActionBody? Bind(SyntaxNode node, SyntaxNode? map, OutputBinder outputs, TypeModel output, bool reveal, MappingNode action)
    {
        if (node is not SequenceNode { Items.Count: > 0 } sequence)
        {
            context.Report(StructureDiagnostics.WrongType, node, "'steps'", "a list of one or more steps", NodeKind.Describe(node));
            return null;
        }

        _keepRaw = ExpressionSearch.MentionsRaw(action);
        List<StepModel> steps = [];
        foreach (SyntaxNode item in sequence.Items)
        {
            if (context.ReadMapping(item, "a step") is { } reader && BindStep(reader) is { } step)
            {
                steps.Add(step);
            }
        }

        if (map is null)
        {
            context.Report(ActionDiagnostics.MapNeeded, action.FindKey("steps")!, "An action of several steps needs 'map' to say what its output is.");
            return null;
        }

        ExpressionScope mapped = scopes.Step(input, Results);
        TemplateModel template = outputs.Bind(map, mapped, output, reveal);
        return new StepsBody(steps.ToEquatableArray(), template) { MapCalls = mapped.ScriptCalls };
    }

    private StepModel? BindStep(MappingReader reader)
    {
        ScalarNode? id = reader.RequireScalar("id");
        if (id is null || !CheckId(id))
        {
            return null;
        }

        string name = _names.Claim(PascalCase.Of(id.Text), "Step", "Result");
        ExpressionScope condition = scopes.Step(input, Results);
        ExpressionScope items = scopes.Step(input, Results);
        TypedExpression? when = reader.TakeScalar("when") is { } whenNode ? Slot.Boolean(whenNode, condition, context) : null;
        ScalarNode? forEachNode = reader.TakeScalar("foreach");
        TypedExpression? forEach = forEachNode is null ? null : BindList(forEachNode, items);
        int concurrency = reader.TakeInteger("concurrency", 1, 1, MaximumConcurrency);
        ExpressionScope requestScope = forEach is { Type: ListTypeModel list } ? scopes.StepItem(input, Results, list.Items, forEach.IsSecret) : scopes.Step(input, Results);
        RequestModel? request = reader.Require("request") is { } requestNode ? new RequestBinder(context, servers).Bind(requestNode, requestScope) : null;
        ResponseModel response = BindResponse(reader, typePrefix + name + "Response");
        ExpressionScope after = scopes.StepResponse(input, Results, response.Body.Type);
        EquatableArray<StepValueModel> set = BindSet(reader, after, forEach is not null);
        reader.Done();

        AddResult(id.Text, name, response, set, when is not null, forEach is not null);
        return request is null
            ? null
            : new StepModel
            {
                Id = id.Text,
                CSharpName = name,
                Request = request,
                Response = response with { KeepRaw = _keepRaw },
                When = when,
                WhenCalls = condition.ScriptCalls,
                ForEach = forEach,
                ForEachCalls = items.ScriptCalls,
                Concurrency = concurrency,
                Set = set,
                SetCalls = after.ScriptCalls,
            };
    }

    // The short form is a schema of JSON; with media types it is as in an action.
    private ResponseModel BindResponse(MappingReader reader, string proposal)
    {
        ResponseBinder binder = new(context, datatypes);
        SyntaxNode? schema = reader.Take("response");
        if (reader.Take("responses") is not { } responses)
        {
            return binder.BindSchema(schema, proposal);
        }

        if (schema is not null)
        {
            context.Report(ActionDiagnostics.NoEffect, schema, "response", "'responses' says how the answer is read");
        }

        return binder.BindByStatus(responses, proposal) ?? binder.BindSchema(null, proposal);
    }

    private bool CheckId(ScalarNode id)
    {
        if (!Identifier.IsWord(id.Text))
        {
            context.Report(StructureDiagnostics.InvalidName, id, id.Text, "the id of a step: use letters, digits and '_'");
            return false;
        }

        if (_results.Any(r => r.Name == id.Text))
        {
            context.Report(StructureDiagnostics.DuplicateDefinition, id, "step", id.Text, "an earlier step");
            return false;
        }

        return true;
    }

    private TypedExpression? BindList(ScalarNode node, ExpressionScope scope)
    {
        TypedExpression value = ScalarBinder.Bind(node, scope, context.Diagnostics);
        if (value is ErrorExpression)
        {
            return null;
        }

        if (value.Type is not ListTypeModel { IsNullable: false })
        {
            context.Report(ActionDiagnostics.NotAList, node, TypeText.Of(value.Type));
            return null;
        }

        return value;
    }

    private EquatableArray<StepValueModel> BindSet(MappingReader reader, ExpressionScope scope, bool isRepeated)
    {
        SyntaxNode? node = reader.Take("set");
        if (node is not null && isRepeated)
        {
            context.Report(NotYetDiagnostics.ActionFeature, node, "set beside foreach");
            return [];
        }

        List<StepValueModel> values = [];
        NameScope names = new(ReservedNames.InRecord("Response"));
        foreach (MappingEntry entry in context.ReadEntries(node, "'set'"))
        {
            if (!Identifier.IsWord(entry.Key.Text) || entry.Key.Text is "status" or "headers" or "body" or "raw")
            {
                context.Report(StructureDiagnostics.InvalidName, entry.Key, entry.Key.Text, "a name for a value: use letters, digits and '_', and none of status, headers, body, raw");
            }
            else if (entry.Value is ScalarNode scalar)
            {
                TypedExpression value = ScalarBinder.Bind(scalar, scope, context.Diagnostics);
                if (JsonForm.IsMissing(value.Type))
                {
                    context.Report(ActionDiagnostics.TypeMismatch, scalar, "A kept value", "something that JSON has", TypeText.Of(value.Type));
                }
                else
                {
                    values.Add(new StepValueModel(entry.Key.Text, names.Claim(PascalCase.Of(entry.Key.Text), "Value"), value));
                }
            }
            else
            {
                context.Report(StructureDiagnostics.WrongType, entry.Value, "A kept value", "an expression", NodeKind.Describe(entry.Value));
            }
        }

        return values.ToEquatableArray();
    }

    private void AddResult(string id, string name, ResponseModel response, EquatableArray<StepValueModel> set, bool mayNotRun, bool isRepeated)
    {
        TypeModel result = Scopes.ResponseStructure(
            "steps." + id,
            response.Body.Type,
            set.Count > 0 ? ".Response" : "",
            set.Select(s => new StructureMember(s.Name, s.Value.Type, "." + s.CSharpName, s.Value.IsSecret)).ToEquatableArray());
        TypeModel type = isRepeated ? new ListTypeModel(result) : result;
        _results.Add(new StructureMember(id, mayNotRun ? type.AsNullable() : type, "." + name));
    }
}
