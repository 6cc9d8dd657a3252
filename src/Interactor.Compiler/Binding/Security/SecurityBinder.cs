using Interactor.Compiler.Binding.Requests;
using Interactor.Compiler.Binding.Settings;
using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Expressions;
using Interactor.Compiler.Model;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Security;

/// <summary>Binds the security methods of a connector: a kind's preset, then the slots that override it.</summary>
internal sealed class SecurityBinder(BindingContext context, Scopes scopes, ServerTable servers)
{
    public EquatableArray<SecurityMethodModel> Bind(SyntaxNode? node)
    {
        List<SecurityMethodModel> methods = [];
        foreach (MappingEntry entry in context.ReadEntries(node, "'security'"))
        {
            if (!Identifier.IsId(entry.Key.Text))
            {
                context.Report(StructureDiagnostics.InvalidId, entry.Key, entry.Key.Text);
            }
            else if (context.ReadMapping(entry.Value, $"the security method '{entry.Key.Text}'") is { } reader && BindMethod(entry.Key.Text, reader) is { } method)
            {
                methods.Add(method);
            }
        }

        return methods.ToEquatableArray();
    }

    /// <summary>The facts that connecting gives, by name, before anything is bound.</summary>
    public static IEnumerable<string> FactNames(SyntaxNode? security) =>
        from method in (security as MappingNode)?.Entries ?? []
        from step in ((method.Value as MappingNode)?.Find("connect") as SequenceNode)?.Items ?? []
        from fact in ((step as MappingNode)?.Find("facts") as MappingNode)?.Entries ?? []
        where Identifier.IsWord(fact.Key.Text)
        select fact.Key.Text;

    private SecurityMethodModel? BindMethod(string id, MappingReader reader)
    {
        if (reader.RequireScalar("kind") is not { } kindNode || FindKind(kindNode) is not { } kind)
        {
            return null;
        }

        SecurityKindContext kindContext = new(context, scopes, servers);
        SecurityPreset preset = kind.Bind(reader, kindContext);
        (RequestModel? disconnect, TypedExpression? revokeUrl) = reader.TakeMapping("disconnect") is { } end ? BindDisconnect(end, preset, kindContext) : default;
        ApplyModel apply = preset.With(BindApply(reader));
        SecurityMethodModel method = new()
        {
            Id = id,
            Kind = kind.Kind,
            Apply = apply.Parameters,
            ApplyToBody = apply.Body,
            ApplyCalls = apply.Calls,
            Signature = preset.Signature,
            OAuth = preset.OAuth is { } oauth ? oauth with { RevokeUrl = revokeUrl } : null,
            Session = preset.Session,
            Assertion = preset.Assertion,
            OAuth1 = preset.OAuth1,
            SigV4 = preset.SigV4,
            Digest = preset.Digest,
            Certificate = BindCertificate(reader.TakeMapping("certificate"), kindContext),
            Expired = reader.TakeMapping("expired") is { } expired ? BindExpired(expired) : null,
            Connect = BindConnect(reader.Take("connect")),
            Verify = reader.TakeMapping("verify") is { } verify ? BindVerify(verify) : null,
            NamedTokens = BindTokens(reader.Take("tokens"), preset, kindContext),
            Disconnect = disconnect,
            Servers = BindServers(reader.Take("servers")),
        };
        reader.Done();
        return method;
    }

    // A method replaces servers that the connector has; a new name would never be asked for.
    private EquatableArray<ServerModel> BindServers(SyntaxNode? node)
    {
        foreach (MappingEntry entry in (node as MappingNode)?.Entries ?? [])
        {
            if (!servers.Names.Contains(entry.Key.Text))
            {
                context.Report(StructureDiagnostics.UnknownName, entry.Key, "server", entry.Key.Text, Nearest.Hint(entry.Key.Text, servers.Names));
            }
        }

        return new ServerBinder(context).Bind(node, scopes.Settings(), servers);
    }

    private SecurityKindBinder? FindKind(ScalarNode scalar)
    {
        if (SecurityKinds.Supported.FirstOrDefault(k => k.Word == scalar.Text) is { } kind)
        {
            return kind;
        }

        string[] words = [.. SecurityKinds.Supported.Select(k => k.Word)];
        context.Report(
            StructureDiagnostics.UnknownValue,
            scalar,
            scalar.Text,
            "'kind'",
            string.Join(", ", words),
            Nearest.Hint(scalar.Text, words));
        return null;
    }

    private ApplyModel? BindApply(MappingReader reader)
    {
        if (reader.TakeMapping("apply") is not { } apply)
        {
            return null;
        }

        ExpressionScope scope = scopes.Apply();
        ParameterBinder parameters = new(scope, context);
        ApplyModel bound = new(
            [
                .. parameters.Bind(apply.Take("headers"), ParameterLocation.Header),
                .. parameters.Bind(apply.Take("query"), ParameterLocation.Query),
                .. parameters.Bind(apply.Take("cookies"), ParameterLocation.Cookie),
            ],
            NamedTexts.Bind(apply.Take("body"), "'body'", scope, context));
        apply.Done();
        return bound with { Calls = scope.ScriptCalls };
    }

    private static CertificateModel? BindCertificate(MappingReader? certificate, SecurityKindContext kind)
    {
        TypedExpression? chain = certificate is null ? null : kind.RequireCredential(certificate, "chain");
        TypedExpression? key = certificate is null ? null : kind.RequireCredential(certificate, "key");
        certificate?.Done();
        return chain is null || key is null ? null : new CertificateModel(chain, key);
    }

    private TypedExpression? BindExpired(MappingReader expired)
    {
        TypedExpression? when = expired.RequireScalar("when") is { } scalar ? Slot.Boolean(scalar, scopes.ResponseAlone(), context) : null;
        expired.Done();
        return when;
    }

    private EquatableArray<ConnectStepModel> BindConnect(SyntaxNode? node)
    {
        if (node is not null and not SequenceNode)
        {
            context.Report(StructureDiagnostics.WrongType, node, "'connect'", "a list of steps", NodeKind.Describe(node));
        }

        List<ConnectStepModel> steps = [];
        foreach (SyntaxNode item in (node as SequenceNode)?.Items ?? [])
        {
            if (context.ReadMapping(item, "a connect step") is not { } reader)
            {
                continue;
            }

            RequestModel? request = reader.Require("request") is { } requestNode ? BindRequest(requestNode) : null;
            EquatableArray<NamedExpression> facts = BindFacts(reader.Require("facts"));
            reader.Done();
            if (request is not null)
            {
                steps.Add(new ConnectStepModel(request, facts));
            }
        }

        return steps.ToEquatableArray();
    }

    private EquatableArray<NamedExpression> BindFacts(SyntaxNode? node)
    {
        List<NamedExpression> facts = [];
        foreach (MappingEntry entry in context.ReadEntries(node, "'facts'"))
        {
            if (!Identifier.IsWord(entry.Key.Text))
            {
                context.Report(StructureDiagnostics.InvalidName, entry.Key, entry.Key.Text, "the name of a fact: use letters, digits and '_'");
            }
            else if (entry.Value is ScalarNode scalar)
            {
                TypedExpression value = Slot.PublicText(scalar, scopes.UntypedResponse(), context, "a fact of the account");
                facts.Add(new NamedExpression(entry.Key.Text, value));
            }
            else
            {
                context.Report(StructureDiagnostics.WrongType, entry.Value, "A fact", "an expression", NodeKind.Describe(entry.Value));
            }
        }

        return facts.ToEquatableArray();
    }

    private VerifyModel? BindVerify(MappingReader reader)
    {
        RequestModel? request = reader.Require("request") is { } node ? BindRequest(node) : null;
        MappingReader? identity = reader.TakeMapping("identity");
        TypedExpression? id = identity?.RequireScalar("id") is { } idNode ? Identity(idNode) : null;
        TypedExpression? label = identity?.TakeScalar("label") is { } labelNode ? Identity(labelNode) : null;
        identity?.Done();
        reader.Done();
        return request is null || (id is null && identity is not null) ? null : new VerifyModel(request, id, label);
    }

    private TypedExpression Identity(ScalarNode scalar) =>
        Slot.PublicText(scalar, scopes.UntypedResponse(), context, "the account's identity");

    // The provider's own request, or the endpoint of the standard, which takes the client's proof of itself.
    private (RequestModel? Request, TypedExpression? RevokeUrl) BindDisconnect(MappingReader reader, SecurityPreset preset, SecurityKindContext kind)
    {
        MappingReader? revoke = reader.TakeMapping("revoke");
        TypedExpression? url = revoke is null ? null : kind.Url(revoke, isRequired: true);
        revoke?.Done();
        SyntaxNode? node = revoke is null ? reader.Require("request") : reader.Take("request");
        RequestModel? request = node is null ? null : BindRequest(node);
        if (revoke is not null && preset.OAuth is null)
        {
            context.Report(ActionDiagnostics.NoEffect, revoke.Node, "revoke", "only a method of OAuth 2.0 has a client that the endpoint knows");
        }
        else if (revoke is not null && node is not null)
        {
            context.Report(ActionDiagnostics.NoEffect, node, "request", "'revoke' withdraws the grant already");
        }

        reader.Done();
        return (request, url);
    }

    private EquatableArray<NamedTokenModel> BindTokens(SyntaxNode? node, SecurityPreset preset, SecurityKindContext kind)
    {
        if (node is not null && preset.OAuth is null && preset.Session is null)
        {
            context.Report(ActionDiagnostics.NoEffect, node, "tokens", "the method asks for no token");
        }

        return TokenAnswerBinder.BindNamed(node, kind, isOAuth: preset.OAuth is not null);
    }

    private RequestModel? BindRequest(SyntaxNode node) => new RequestBinder(context, servers).Bind(node, scopes.SecurityRequest());
}
