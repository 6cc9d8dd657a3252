using Interactor.Runtime;
using Interactor.Runtime.Security;
using Interactor.Testing.Loading;

namespace Interactor.Cli.Running;

/// <summary>Makes a connection of the credentials that are given.</summary>
internal static class CredentialFinder
{
    /// <exception cref="CommandException">No method that the action accepts has all that it needs; the message says what each lacks.</exception>
    public static async Task<Connection?> FindAsync(
        LoadedConnector connector, ActionDescriptor action, GivenValues given, ConnectorOptions options, CancellationToken cancellation)
    {
        if (action.Methods.Count == 0)
        {
            return null;
        }

        List<string> missing = [];
        foreach (SecurityMethod method in MethodsOf(connector.Descriptor, action, given.Method))
        {
            string[] lacks = [.. Lacks(connector.Descriptor, method, given, options)];
            if (lacks.Length == 0)
            {
                return await ConnectAsync(connector, method, given, options, cancellation).ConfigureAwait(false);
            }

            missing.Add($"\n  {method.Id}: {string.Join(", ", lacks)}");
        }

        throw new CommandException(
            $"The action '{action.Id}' needs a credential. Missing, by security method:{string.Concat(missing)}\nGive a variable with --set name=value or in the environment. To call without credentials, add --sandbox.");
    }

    private static IEnumerable<SecurityMethod> MethodsOf(ConnectorDescriptor connector, ActionDescriptor action, string? asked)
    {
        if (asked is not null && !action.Methods.Contains(asked))
        {
            throw new CommandException($"The action '{action.Id}' does not accept the security method '{asked}'. It accepts {string.Join(", ", action.Methods)}.", ExitCode.Usage);
        }

        return action.Methods.Where(id => asked is null || id == asked).Select(id => connector.Methods.First(m => m.Id == id));
    }

    private static IEnumerable<string> Lacks(ConnectorDescriptor connector, SecurityMethod method, GivenValues given, ConnectorOptions options)
    {
        // With a token at hand the client's own id and secret serve to refresh only.
        bool hasToken = TakesToken(method);
        if (hasToken && given.Token is null)
        {
            yield return GivenValues.NameInEnvironment("token", given.Account);
        }

        foreach (VariableDescriptor variable in connector.Variables)
        {
            bool isAsked = (variable.AskFor.Count == 0 || variable.AskFor.Contains(method.Id)) && !(hasToken && variable.Scope == VariableScope.App);
            if (isAsked && variable is { IsRequired: true, Default: null } && !options.Values.ContainsKey(variable.Name))
            {
                yield return $"{variable.Name} ({GivenValues.NameInEnvironment(variable.Name, given.Account)})";
            }
        }
    }

    private static async Task<Connection> ConnectAsync(
        LoadedConnector connector, SecurityMethod method, GivenValues given, ConnectorOptions options, CancellationToken cancellation)
    {
        Dictionary<string, string> facts = given.Facts();
        Dictionary<string, string> variables = connector.Descriptor.Variables
            .Where(v => v.Scope == VariableScope.Account && options.Values.ContainsKey(v.Name))
            .ToDictionary(v => v.Name, v => options.Values[v.Name]);
        string[] unknown = [.. FactsOf(connector, method).Except(facts.Keys)];
        if (unknown.Length > 0 && !TakesToken(method))
        {
            return await new ConnectionFlow(connector.Descriptor, options).ConnectAsync(method.Id, variables, account: null, cancellation).ConfigureAwait(false);
        }

        if (unknown.Length > 0)
        {
            throw new CommandException($"The method '{method.Id}' needs facts about the account. Give them with {string.Join(' ', unknown.Select(f => $"--set account.{f}=…"))}.");
        }

        return new Connection
        {
            Method = method.Id,
            Variables = variables,
            Facts = facts,
            Tokens = TakesToken(method) ? TokensOf(method, given) : new Dictionary<string, Token>(),
        };
    }

    // Kinds whose token a person's consent gives: here it is given.
    private static bool TakesToken(SecurityMethod method) => method.Kind is SecurityKind.OAuth2Code or SecurityKind.OAuth2Device;

    private static Dictionary<string, Token> TokensOf(SecurityMethod method, GivenValues given)
    {
        Dictionary<string, Token> tokens = new() { [Connection.MainToken] = new Token { Value = given.Token! } };
        foreach (NamedToken named in method.NamedTokens)
        {
            if (given.NamedToken(named.Name) is { } value)
            {
                tokens[named.Name] = new Token { Value = value };
            }
        }

        return tokens;
    }

    private static IEnumerable<string> FactsOf(LoadedConnector connector, SecurityMethod method) =>
        connector.Model.Methods.First(m => m.Id == method.Id).Connect.SelectMany(step => step.Facts).Select(f => f.Name).Distinct();
}
