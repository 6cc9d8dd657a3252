using Interactor.Compiler.Expressions;
using Interactor.Compiler.Model;

namespace Interactor.Compiler.Binding.Security;

/// <summary>AWS Signature Version 4: <c>{ kind: sigv4, accessKeyId: …, secretAccessKey: …, region: …, service: … }</c>.</summary>
internal static class SigV4Kind
{
    public static readonly SecurityKindBinder Binder = new(
        "sigv4",
        SecurityKind.SigV4,
        static (reader, kind) => new SecurityPreset(ApplyModel.Nothing) { SigV4 = Bind(reader, kind) });

    private static SigV4Model? Bind(MappingReader reader, SecurityKindContext kind)
    {
        TypedExpression? accessKeyId = kind.RequireCredential(reader, "accessKeyId");
        TypedExpression? secretAccessKey = kind.RequireCredential(reader, "secretAccessKey");
        TypedExpression? sessionToken = kind.TakeCredential(reader, "sessionToken", allowNull: true);
        TypedExpression? region = kind.RequireCredential(reader, "region");
        TypedExpression? service = kind.RequireCredential(reader, "service");
        return accessKeyId is null || secretAccessKey is null || region is null || service is null
            ? null
            : new SigV4Model(accessKeyId, secretAccessKey, sessionToken, region, service);
    }
}
