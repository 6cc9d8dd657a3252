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
}
