using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Expressions;
using Interactor.Compiler.Model;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Requests;

/// <summary>Binds one HTTP request.</summary>
internal sealed class RequestBinder(BindingContext context, ServerTable servers)
{
    private static readonly string[] Methods = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE"];

    /// <summary>Binds <paramref name="node"/>.</summary>
    /// <param name="node">The mapping under <c>request</c>.</param>
    /// <param name="scope">What its expressions may name.</param>
    public RequestModel? Bind(SyntaxNode node, ExpressionScope scope)
    {
        if (context.ReadMapping(node, "a request") is not { } reader)
        {
            return null;
        }

        bool reveal = reader.TakeBoolean("reveal");
        string method = BindMethod(reader);
        if (!reader.Has("method") && BodyBinder.HasBody(reader))
        {
            // A body without a method is a forgotten POST; GET would send it into the void.
            reader.Require("method");
        }

        TypedExpression? url = null;
        string? server = null;
        EquatableArray<PathPart> path = [];
        if (reader.TakeScalar("url") is { } absolute)
        {
            url = Slot.PublicText(absolute, scope, context, "a URL", reveal);
            servers.CheckUrl(absolute, url);
        }
        else
        {
            server = servers.Resolve(reader.TakeScalar("server"), reader.Node);
            path = reader.RequireScalar("path") is { } scalar ? new PathBinder(scope, context).Bind(scalar, reveal) : [];
        }

        ParameterBinder parameters = new(scope, context);
        RequestModel request = new()
        {
            Method = method,
            Server = server,
            Url = url,
            Path = path,
            Parameters =
            [
                .. parameters.Bind(reader.Take("query"), ParameterLocation.Query),
                .. parameters.Bind(reader.Take("headers"), ParameterLocation.Header),
                .. parameters.Bind(reader.Take("cookies"), ParameterLocation.Cookie),
            ],
            Body = new BodyBinder(scope, context).Bind(reader),
        };
        reader.Done();
        return request with { Calls = scope.ScriptCalls };
    }

    private string BindMethod(MappingReader reader)
    {
        if (reader.TakeScalar("method") is not { } scalar)
        {
            return "GET";
        }

        if (!Methods.Contains(scalar.Text))
        {
            context.Report(
                StructureDiagnostics.UnknownValue,
                scalar,
                scalar.Text,
                "'method'",
                string.Join(", ", Methods),
                Nearest.Hint(scalar.Text.ToUpperInvariant(), Methods));
            return "GET";
        }

        return scalar.Text;
    }
}
