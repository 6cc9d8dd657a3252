using Interactor.Compiler.Emit.Actions;
using Interactor.Compiler.Emit.Scripts;
using Interactor.Compiler.Model;

namespace Interactor.Compiler.Emit.Connectors;

/// <summary>Writes the settings of kinds that sign each request.</summary>
internal static class SignatureEmitter
{
    public static void Emit(CodeWriter code, OAuth1Model oauth)
    {
        code.Open($"OAuth1 = new {RuntimeNames.OAuth1Settings}");
        SecurityMethodEmitter.EmitDelegate(code, "ClientId", "context", oauth.ClientId);
        SecurityMethodEmitter.EmitDelegate(code, "ClientSecret", "context", oauth.ClientSecret);
        SecurityMethodEmitter.EmitDelegate(code, "PrivateKey", "context", oauth.PrivateKey);
        code.Line($"Signature = {RuntimeNames.OAuth1SignatureMethod}.{oauth.Signature},");
        SecurityMethodEmitter.EmitDelegate(code, "Realm", "context", oauth.Realm);
        SecurityMethodEmitter.EmitDelegate(code, "Token", "context", oauth.Token);
        SecurityMethodEmitter.EmitDelegate(code, "TokenSecret", "context", oauth.TokenSecret);
        SecurityMethodEmitter.EmitDelegate(code, "RequestUrl", "context", oauth.RequestUrl);
        SecurityMethodEmitter.EmitValues(code, "RequestParameters", oauth.RequestParameters);
        SecurityMethodEmitter.EmitDelegate(code, "AuthorizeUrl", "context", oauth.AuthorizeUrl);
        SecurityMethodEmitter.EmitValues(code, "AuthorizeParameters", oauth.AuthorizeParameters);
        SecurityMethodEmitter.EmitDelegate(code, "TokenUrl", "context", oauth.TokenUrl);
        code.Close("},");
    }

    public static void Emit(CodeWriter code, RequestSignatureModel signature)
    {
        code.Open($"Signature = new {RuntimeNames.RequestSignature}");
        ScriptCallsEmitter.Emit(code, "Calls", signature.Calls, RuntimeMembers.Unsigned, RuntimeMembers.Context);
        code.Open($"Write = static ({RuntimeMembers.Request}, {RuntimeMembers.Unsigned}, {RuntimeMembers.Context}) =>");
        foreach (ParameterModel parameter in signature.Parameters)
        {
            code.Line(RequestEmitter.Parameter(parameter));
        }

        code.Close("},");
        code.Close("},");
    }

    public static void Emit(CodeWriter code, SigV4Model keys)
    {
        code.Open($"SigV4 = new {RuntimeNames.SigV4Settings}");
        SecurityMethodEmitter.EmitDelegate(code, "AccessKeyId", "context", keys.AccessKeyId);
        SecurityMethodEmitter.EmitDelegate(code, "SecretAccessKey", "context", keys.SecretAccessKey);
        SecurityMethodEmitter.EmitDelegate(code, "SessionToken", "context", keys.SessionToken);
        SecurityMethodEmitter.EmitDelegate(code, "Region", "context", keys.Region);
        SecurityMethodEmitter.EmitDelegate(code, "Service", "context", keys.Service);
        code.Close("},");
    }

    public static void Emit(CodeWriter code, DigestModel digest)
    {
        code.Open($"Digest = new {RuntimeNames.DigestSettings}");
        SecurityMethodEmitter.EmitDelegate(code, "Username", "context", digest.Username);
        SecurityMethodEmitter.EmitDelegate(code, "Password", "context", digest.Password);
        code.Close("},");
    }

    public static void Emit(CodeWriter code, CertificateModel certificate)
    {
        code.Open($"Certificate = new {RuntimeNames.ClientCertificate}");
        SecurityMethodEmitter.EmitDelegate(code, "Chain", "context", certificate.Chain);
        SecurityMethodEmitter.EmitDelegate(code, "Key", "context", certificate.Key);
        code.Close("},");
    }
}
