using Interactor.Compiler.Model;
using Interactor.Testing.Samples;

namespace Interactor.Testing.Sandbox.Responses;

/// <summary>What the expressions of an action or a security method read of the responses that they get.</summary>
internal static class ResponseShapes
{
    private const string Body = "Body";

    /// <summary>The body of the one request of an action.</summary>
    public static BodyShape Of(ConnectorModel connector, ActionModel action, TemplateModel? map, ExpressionText text)
    {
        ShapeFinder finder = new(connector, text);
        if (map is not null)
        {
            finder.Visit(map);
        }

        AssumeNoError(finder, connector, action);
        return finder.Root("response").Member(Body);
    }

    /// <summary>What the requests of a job expect of the answers before them: of the one that begins it, and of the one that says that it is done.</summary>
    public static (BodyShape Started, BodyShape Status) Of(ConnectorModel connector, ActionModel action, JobModel job, ExpressionText text)
    {
        ShapeFinder finder = new(connector, text);
        if (job.When is not null)
        {
            finder.Assume(job.When, wanted: true);
        }

        VisitRequest(finder, job.Request);
        finder.Assume(job.Done, wanted: true);
        foreach (JobFailureModel failure in job.Failures)
        {
            finder.Assume(failure.When, wanted: false);
        }

        if (job.Result is not null)
        {
            VisitRequest(finder, job.Result);
        }

        AssumeNoError(finder, connector, action);
        return (finder.Root("started"), finder.Root("status"));
    }

    /// <summary>The body of each step.</summary>
    public static IReadOnlyDictionary<string, BodyShape> Of(ConnectorModel connector, ActionModel action, StepsBody body, ExpressionText text)
    {
        ShapeFinder finder = new(connector, text);
        foreach (StepModel step in body.Steps)
        {
            VisitRequest(finder, step);
        }

        finder.Visit(body.Map);
        Dictionary<string, BodyShape> shapes = [];
        foreach (StepModel step in body.Steps)
        {
            ShapeFinder own = new(connector, text);
            foreach (StepValueModel value in step.Set)
            {
                own.Visit(value.Value);
            }

            AssumeNoError(own, connector, action);
            BodyShape result = finder.Root("steps").Member(step.CSharpName);
            result = step.ForEach is null ? result : result.Item();
            result = step.Set.Count > 0 ? result.Member("Response") : result;
            shapes[step.Id] = result.Member(Body).With(own.Root("response").Member(Body));
        }

        return shapes;
    }

    /// <summary>The body of a request whose answer gives facts or an identity.</summary>
    public static BodyShape Of(ConnectorModel connector, IEnumerable<Interactor.Compiler.Expressions.TypedExpression> expressions, ExpressionText text)
    {
        ShapeFinder finder = new(connector, text);
        foreach (Interactor.Compiler.Expressions.TypedExpression expression in expressions)
        {
            finder.Visit(expression);
        }

        return finder.Root("response").Member(Body);
    }

    private static void VisitRequest(ShapeFinder finder, StepModel step)
    {
        if (step.When is not null)
        {
            finder.Assume(step.When, wanted: true);
        }

        BodyShape? items = step.ForEach is null ? null : finder.Visit(step.ForEach);

        // The item of a repeated step is a root of its own, which is an item of that list.
        BodyShape item = finder.Root("item");
        VisitRequest(finder, step.Request);
        items?.SetItem(items.Items is { } known ? known.With(item) : item);
        finder.Forget("item");
    }

    private static void VisitRequest(ShapeFinder finder, RequestModel request)
    {
        if (request.Url is not null)
        {
            finder.Visit(request.Url);
        }

        foreach (PathValue value in request.Path.OfType<PathValue>())
        {
            finder.Visit(value.Value);
        }

        foreach (ParameterModel parameter in request.Parameters)
        {
            finder.Visit(parameter.Value);
        }

        if (request.Body is JsonBody { Template: var json })
        {
            finder.Visit(json);
        }
        else if (request.Body is XmlBody { Template: var xml })
        {
            finder.Visit(xml);
        }
    }

    // A rule that looks at successful responses must not take this one for an error.
    private static void AssumeNoError(ShapeFinder finder, ConnectorModel connector, ActionModel action)
    {
        foreach (ErrorRuleModel rule in action.Errors.Concat(connector.DefaultErrors).Where(r => r.On != ErrorRuleScope.Failure))
        {
            finder.Assume(rule.When, wanted: false);
        }
    }
}
