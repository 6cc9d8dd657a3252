using Interactor.Compiler.Binding.Requests;
using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Expressions;
using Interactor.Compiler.Model;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Security;

/// <summary>A key in a header, the query or a cookie: <c>{ kind: apiKey, in: header, name: X-Api-Key, value: ${variables.key} }</c>.</summary>
internal static class ApiKeyKind
{
    public static readonly SecurityKindBinder Binder = new("apiKey", SecurityKind.ApiKey, Bind);

    private static SecurityPreset Bind(MappingReader reader, SecurityKindContext kind)
    {
        ParameterLocation location = reader.TakeChoice(
            "in",
            ParameterLocation.Header,
            ("header", ParameterLocation.Header),
            ("query", ParameterLocation.Query),
            ("cookie", ParameterLocation.Cookie));
        ScalarNode? name = reader.RequireScalar("name");
        TypedExpression? value = kind.RequireCredential(reader, "value");
        if (name is not null && location != ParameterLocation.Query && HeaderName.Problem(name.Text) is { } problem)
        {
            kind.Context.Report(ActionDiagnostics.InvalidHeader, name, name.Text, problem);
            return new SecurityPreset([]);
        }

        return new SecurityPreset(name is null || value is null ? [] : [new ParameterModel(location, JsonText.Plain(name), value)]);
    }
}
