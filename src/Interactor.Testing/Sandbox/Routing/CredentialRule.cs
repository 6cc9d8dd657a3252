using System.Text.RegularExpressions;
using Interactor.Compiler.Expressions;
using Interactor.Compiler.Model;
using Interactor.Testing.Examples;
using Interactor.Testing.Samples;
using Interactor.Testing.Sandbox.Authorization;

namespace Interactor.Testing.Sandbox.Routing;

/// <summary>What a security method puts on a request. Of a token the sandbox wants one that it issued; of anything else that it is there.</summary>
internal sealed class CredentialRule
{
    private readonly (ParameterModel Parameter, Regex Form)[] _parameters;
    private readonly ParameterModel[] _sent;
    private readonly bool _issuesTokens;

    public CredentialRule(SecurityMethodModel method)
    {
        Method = method;
        _issuesTokens = method.Kind is SecurityKind.OAuth2Code or SecurityKind.OAuth2ClientCredentials;
        _sent = [.. method.Apply, .. method.Signature?.Parameters ?? []];
        _parameters = [.. _sent.Where(p => !p.Value.Type.IsNullable).Select(p => (p, FormOf(p.Value)))];
    }

    public SecurityMethodModel Method { get; }

    /// <summary>Whether a request carries the credential of the method.</summary>
    public bool IsMet(SentRequest request, string connector, TokenBook tokens)
    {
        bool hasToken = false;
        foreach ((ParameterModel parameter, Regex form) in _parameters)
        {
            Match? match = ValuesOf(request, parameter).Select(value => form.Match(value)).FirstOrDefault(m => m.Success);
            if (match is null)
            {
                return false;
            }

            hasToken |= match.Groups.Values.Skip(1).Any(group => tokens.IsAccessToken(group.Value, connector));
        }

        return hasToken || !_issuesTokens || _parameters.Length == 0;
    }

    /// <summary>Whether a header or a query parameter holds a credential and stays out of the log.</summary>
    public bool Hides(ParameterLocation location, string name) =>
        Array.Exists(_sent, p => p.Location == location && p.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        || (location == ParameterLocation.Header && name.Equals("Cookie", StringComparison.OrdinalIgnoreCase) && Array.Exists(_sent, p => p.Location == ParameterLocation.Cookie));

    private static IEnumerable<string> ValuesOf(SentRequest request, ParameterModel parameter) => parameter.Location switch
    {
        ParameterLocation.Query => request.Query.Where(p => p.Key == parameter.Name).Select(p => p.Value),
        ParameterLocation.Header => HeaderOf(request, parameter.Name),
        _ => HeaderOf(request, "Cookie")
            .SelectMany(value => value.Split(';', StringSplitOptions.TrimEntries))
            .Where(pair => pair.StartsWith(parameter.Name + "=", StringComparison.Ordinal))
            .Select(pair => pair[(parameter.Name.Length + 1)..]),
    };

    private static IEnumerable<string> HeaderOf(SentRequest request, string name) =>
        request.Headers.Where(h => h.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(h => h.Value);

    private static Regex FormOf(TypedExpression value)
    {
        string pattern = string.Concat(ExpressionText.Parts(value).Select(part => part is null ? "(.+)" : Regex.Escape(part)));
        return new Regex($@"\A{pattern}\z", RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.NonBacktracking);
    }
}
