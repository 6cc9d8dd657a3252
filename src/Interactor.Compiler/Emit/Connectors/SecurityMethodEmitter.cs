using Interactor.Compiler.Emit.Actions;
using Interactor.Compiler.Emit.Encoding;
using Interactor.Compiler.Emit.Scripts;
using Interactor.Compiler.Expressions;
using Interactor.Compiler.Model;

namespace Interactor.Compiler.Emit.Connectors;

/// <summary>Writes one security method.</summary>
internal static class SecurityMethodEmitter
{
    public static void Emit(CodeWriter code, SecurityMethodModel method)
    {
        code.Open($"new {RuntimeNames.SecurityMethod}");
        code.Line($"Id = {CSharpLiteral.String(method.Id)},");
        code.Line($"Kind = {RuntimeNames.SecurityKind}.{method.Kind},");
        if (method.Apply.Count + method.ApplyToBody.Count > 0)
        {
            code.Open("Apply = static (r, context) =>");
            foreach (ParameterModel parameter in method.Apply)
            {
                code.Line(RequestEmitter.Parameter(parameter));
            }

            foreach (NamedExpression member in method.ApplyToBody)
            {
                code.Line($"{RuntimeMembers.Request}.AddToBody({CSharpLiteral.String(member.Name)}, {ExpressionEmitter.Emit(member.Value)});");
            }

            code.Close("},");
        }

        ScriptCallsEmitter.Emit(code, "ApplyCalls", method.ApplyCalls, "_", RuntimeMembers.Context);
        if (method.Signature is { } signature)
        {
            SignatureEmitter.Emit(code, signature);
        }

        if (method.OAuth is { } oauth)
        {
            EmitOAuth(code, oauth);
        }

        AssertionEmitter.Emit(code, "Assertion", method.Assertion);
        if (method.OAuth1 is { } oauth1)
        {
            SignatureEmitter.Emit(code, oauth1);
        }

        if (method.SigV4 is { } sigV4)
        {
            SignatureEmitter.Emit(code, sigV4);
        }

        if (method.Digest is { } digest)
        {
            SignatureEmitter.Emit(code, digest);
        }

        if (method.Certificate is { } certificate)
        {
            SignatureEmitter.Emit(code, certificate);
        }

        if (method.Session is { } session)
        {
            EmitSession(code, session);
        }

        if (method.NamedTokens.Count > 0)
        {
            code.Collection("NamedTokens =", method.NamedTokens.Select<NamedTokenModel, Action>(t => () => TokenAnswerEmitter.Emit(code, t)), ",");
        }

        EmitDelegate(code, "Expired", "response", method.Expired);
        if (method.Connect.Count > 0)
        {
            code.Collection("Connect =", method.Connect.Select<ConnectStepModel, Action>(s => () => EmitConnect(code, s)), ",");
        }

        if (method.Verify is { } verify)
        {
            EmitVerify(code, verify);
        }

        if (method.Disconnect is { } disconnect)
        {
            code.Open($"Disconnect = new {RuntimeNames.DisconnectRequest}");
            EmitRequest(code, disconnect);
            code.Close("},");
        }

        ConnectorDescriptorEmitter.EmitServers(code, method.Servers);
        code.Close("},");
    }

    private static void EmitOAuth(CodeWriter code, OAuthModel oauth)
    {
        code.Open($"OAuth = new {RuntimeNames.OAuth2Settings}");
        EmitDelegate(code, "AuthorizeUrl", "context", oauth.AuthorizeUrl);
        EmitValues(code, "AuthorizeParameters", oauth.AuthorizeParameters);
        code.Line($"Pkce = {CSharpLiteral.Boolean(oauth.Pkce)},");
        EmitDelegate(code, "DeviceUrl", "context", oauth.DeviceUrl);
        EmitValues(code, "DeviceParameters", oauth.DeviceParameters);
        EmitDelegate(code, "TokenUrl", "context", oauth.TokenUrl);
        EmitDelegate(code, "RefreshUrl", "context", oauth.RefreshUrl);
        EmitValues(code, "RefreshParameters", oauth.RefreshParameters);
        EmitValues(code, "TokenParameters", oauth.TokenParameters);
        EmitValues(code, "GrantParameters", oauth.GrantParameters);
        AssertionEmitter.Emit(code, "GrantAssertion", oauth.GrantAssertion);
        EmitValues(code, "TokenHeaders", oauth.TokenHeaders);
        if (oauth.SendsJson)
        {
            code.Line("SendsJson = true,");
        }

        TokenAnswerEmitter.Emit(code, oauth.Answer);
        EmitDelegate(code, "Revoked", "response", oauth.Revoked);
        EmitDelegate(code, "IntrospectUrl", "context", oauth.IntrospectUrl);
        EmitDelegate(code, "RevokeUrl", "context", oauth.RevokeUrl);
        EmitDelegate(code, "ClientId", "context", oauth.ClientId);
        EmitDelegate(code, "ClientSecret", "context", oauth.ClientSecret);
        AssertionEmitter.Emit(code, "ClientAssertion", oauth.ClientAssertion);
        code.Line($"ClientAuthentication = {RuntimeNames.ClientAuthentication}.{oauth.ClientAuthentication},");
        code.Line($"Scopes = {ActionEmitter.StringList(oauth.Scopes)},");
        code.Line($"ScopeSeparator = {CSharpLiteral.String(oauth.ScopeSeparator)},");
        if (oauth.ScopeIncludes.Count > 0)
        {
            code.Collection("ScopeIncludes =", oauth.ScopeIncludes.Select<IncludedScopesModel, Action>(s => () => TokenAnswerEmitter.Emit(code, s)), ",");
        }

        code.Close("},");
    }

    private static void EmitSession(CodeWriter code, SessionModel session)
    {
        code.Open($"Session = new {RuntimeNames.SessionRequest}");
        EmitRequest(code, session.Request);
        code.Line($"Token = static (response, context) => {ExpressionEmitter.Emit(session.Token)},");
        if (session.ExpiresIn is { } lifetime)
        {
            code.Line($"ExpiresIn = static (response, context) => {ExpressionEmitter.Emit(lifetime)},");
        }

        if (session.ExpiresAt is { } end)
        {
            code.Line($"ExpiresAt = static (response, context) => {ExpressionEmitter.Emit(end)},");
        }

        AssertionEmitter.Emit(code, "Assertion", session.Assertion);

        code.Close("},");
    }

    private static void EmitConnect(CodeWriter code, ConnectStepModel step)
    {
        code.Open($"new {RuntimeNames.ConnectStep}");
        EmitRequest(code, step.Request);
        code.Open("Facts = static (facts, response, context) =>");
        foreach (NamedExpression fact in step.Facts)
        {
            code.Line($"facts.Add({CSharpLiteral.String(fact.Name)}, {ExpressionEmitter.Emit(fact.Value)});");
        }

        code.Close("},");
        code.Close("},");
    }

    private static void EmitVerify(CodeWriter code, VerifyModel verify)
    {
        code.Open($"Verify = new {RuntimeNames.VerifyRequest}");
        EmitRequest(code, verify.Request);
        if (verify.IdentityId is { } id)
        {
            string label = ExpressionEmitter.Emit(verify.IdentityLabel ?? id);
            code.Line($"Identity = static (response, context) => new {RuntimeNames.AccountIdentity}({ExpressionEmitter.Emit(id)}, {label}),");
        }

        code.Close("},");
    }

    internal static void EmitRequest(CodeWriter code, RequestModel request)
    {
        ActionEmitter.EmitEndpoint(code, request, ResponseBodyKind.Json);
        code.Open("Build = static (r, context) =>");
        RequestEmitter.Emit(code, request);
        code.Close("},");
    }

    internal static void EmitValues(CodeWriter code, string property, EquatableArray<NamedExpression> values)
    {
        if (values.Count == 0)
        {
            return;
        }

        code.Open($"{property} = static (values, context) =>");
        foreach (NamedExpression value in values)
        {
            code.Line($"values.Add({CSharpLiteral.String(value.Name)}, {ExpressionEmitter.Emit(value.Value)});");
        }

        code.Close("},");
    }

    internal static void EmitDelegate(CodeWriter code, string property, string parameter, TypedExpression? expression)
    {
        if (expression is not null)
        {
            code.Line($"{property} = static {parameter} => {ExpressionEmitter.Emit(expression)},");
        }
    }
}
