using Interactor.Compiler.Emit.Actions;
using Interactor.Compiler.Emit.Encoding;
using Interactor.Compiler.Model;

namespace Interactor.Compiler.Emit.Connectors;

/// <summary>Writes a JWT that the client signs.</summary>
internal static class AssertionEmitter
{
    public static void Emit(CodeWriter code, string property, AssertionModel? assertion)
    {
        if (assertion is null)
        {
            return;
        }

        code.Open($"{property} = new {RuntimeNames.JwtAssertion}");
        SecurityMethodEmitter.EmitDelegate(code, "Key", "context", assertion.Key);
        code.Line($"Algorithm = {CSharpLiteral.String(assertion.Algorithm)},");
        SecurityMethodEmitter.EmitDelegate(code, "KeyId", "context", assertion.KeyId);
        SecurityMethodEmitter.EmitDelegate(code, "Issuer", "context", assertion.Issuer);
        SecurityMethodEmitter.EmitDelegate(code, "Subject", "context", assertion.Subject);
        SecurityMethodEmitter.EmitDelegate(code, "Audience", "context", assertion.Audience);
        code.Line($"Lifetime = {ActionEmitter.Milliseconds(assertion.LifetimeMilliseconds)},");
        if (assertion.ScopeClaim is { } claim)
        {
            code.Line($"ScopeClaim = {CSharpLiteral.String(claim)},");
        }

        if (assertion.Claims is { } claims)
        {
            code.Open("Claims = static (json, context) =>");
            new TemplateEmitter(code, "json").Emit(claims);
            code.Close("},");
        }

        code.Close("},");
    }
}
