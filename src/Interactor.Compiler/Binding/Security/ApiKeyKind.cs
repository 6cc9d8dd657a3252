using Interactor.Compiler.Binding.Requests;
using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Expressions;
using Interactor.Compiler.Model;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Security;

/// <summary>A key in a header, the query, a cookie or the body: <c>{ kind: apiKey, in: header, name: X-Api-Key, value: ${variables.key} }</c>.</summary>
internal static class ApiKeyKind
{
    public static readonly SecurityKindBinder Binder = new("apiKey", SecurityKind.ApiKey, Bind);

    private static SecurityPreset Bind(MappingReader reader, SecurityKindContext kind)
    {
        ParameterLocation? location = reader.TakeChoice<ParameterLocation?>(
            "in",
            ParameterLocation.Header,
            ("header", ParameterLocation.Header),
            ("query", ParameterLocation.Query),
            ("cookie", ParameterLocation.Cookie),
            ("body", null));
        ScalarNode? name = reader.RequireScalar("name");
        TypedExpression? value = kind.RequireCredential(reader, "value");
        if (name is not null && location is (ParameterLocation.Header or ParameterLocation.Cookie) && HeaderName.Problem(name.Text) is { } problem)
        {
            kind.Context.Report(ActionDiagnostics.InvalidHeader, name, name.Text, problem);
            return new SecurityPreset(ApplyModel.Nothing);
        }

        return new SecurityPreset(name is null || value is null ? ApplyModel.Nothing : Apply(location, JsonText.Plain(name), value));
    }

    // No location among the parameters is the body.
    private static ApplyModel Apply(ParameterLocation? location, string name, TypedExpression value) =>
        location is { } place ? new ApplyModel([new ParameterModel(place, name, value)]) : new ApplyModel([], [new NamedExpression(name, value)]);
}
