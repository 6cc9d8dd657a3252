using Interactor.Compiler.Binding.Requests;
using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Expressions;
using Interactor.Compiler.Model;

namespace Interactor.Compiler.Binding.Security;

/// <summary>
/// A method that does by itself nothing at all: <c>{ kind: custom, apply: …, sign: … }</c>, with the <c>request</c> and the <c>token</c> of a session where one is needed.
/// </summary>
internal static class CustomKind
{
    public static readonly SecurityKindBinder Binder = new("custom", SecurityKind.Custom, Bind);

    private static SecurityPreset Bind(MappingReader reader, SecurityKindContext kind)
    {
        if (!reader.Has("apply") && !reader.Has("sign"))
        {
            kind.Context.Report(SecurityDiagnostics.NothingSent, reader.Node);
        }

        return new SecurityPreset(ApplyModel.Nothing)
        {
            Session = reader.Has("request") || reader.Has("token") ? SessionKind.Read(reader, kind) : null,
            Signature = reader.TakeMapping("sign") is { } sign ? BindSignature(sign, kind) : null,
        };
    }

    private static RequestSignatureModel BindSignature(MappingReader reader, SecurityKindContext kind)
    {
        ExpressionScope scope = kind.Scopes.Sign();
        ParameterBinder parameters = new(scope, kind.Context);
        EquatableArray<ParameterModel> added =
        [
            .. parameters.Bind(reader.Take("headers"), ParameterLocation.Header),
            .. parameters.Bind(reader.Take("query"), ParameterLocation.Query),
        ];
        reader.Done();
        return new RequestSignatureModel(added, scope.ScriptCalls);
    }
}
