using System.Globalization;
using Interactor.Compiler.Model;
using Interactor.Runtime;
using Interactor.Runtime.Security;
using Interactor.Testing.Loading;
using Interactor.Testing.Samples;
using SecurityKind = Interactor.Compiler.Model.SecurityKind;

namespace Interactor.Testing.Examples;

/// <summary>Sets up a call as a test asks for it; what the test does not say gets a fixed value, so that it runs the same everywhere.</summary>
internal static class ExampleOptions
{
    private const string SampleToken = "sandbox-token";
    private const string SampleUuid = "00000000-0000-4000-8000-000000000001";

    private static readonly DateTimeOffset SampleTime = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static ConnectorOptions Of(ConnectorModel connector, TestModel test, HttpMessageHandler handler)
    {
        SecurityMethodModel? method = MethodOf(connector, test);
        ConnectorOptions options = new()
        {
            HttpHandler = handler,
            CertificateHandler = _ => handler,
            TimeProvider = new FixedTime(test.Now is null ? SampleTime : DateTimeOffset.Parse(test.Now, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)),
            ScriptRunner = SharedScripts.Runner,
            NewUuid = () => test.Uuid ?? SampleUuid,
            Connection = method is null ? null : ConnectionOf(method, test.As),
        };
        foreach (VariableModel variable in connector.Variables.Where(v => IsFilled(v, method)))
        {
            options.Values[variable.Name] = VariableSample.Of(variable);
        }

        foreach (TestPair given in test.As?.Variables ?? [])
        {
            options.Values[given.Name] = given.Value;
        }

        return options;
    }

    private static SecurityMethodModel? MethodOf(ConnectorModel connector, TestModel test)
    {
        string? id = test.As?.Method ?? connector.Actions.FirstOrDefault(a => a.Id == test.Action)?.Methods.FirstOrDefault();
        return connector.Methods.FirstOrDefault(m => m.Id == id);
    }

    private static bool IsFilled(VariableModel variable, SecurityMethodModel? method) =>
        variable is { IsRequired: true, Default: null } && (variable.AskFor.Count == 0 || (method is not null && variable.AskFor.Contains(method.Id)));

    private static Connection ConnectionOf(SecurityMethodModel method, TestConnectionModel? given) => new()
    {
        Method = method.Id,
        Variables = (given?.Variables ?? []).ToDictionary(p => p.Name, p => p.Value),
        Facts = FactsOf(method, given),
        Tokens = TokensOf(method, given),
    };

    private static Dictionary<string, string> FactsOf(SecurityMethodModel method, TestConnectionModel? given)
    {
        Dictionary<string, string> facts = method.Connect.SelectMany(step => step.Facts).DistinctBy(f => f.Name).ToDictionary(f => f.Name, f => "sandbox-" + f.Name);
        foreach (TestPair fact in given?.Facts ?? [])
        {
            facts[fact.Name] = fact.Value;
        }

        return facts;
    }

    private static Dictionary<string, Token> TokensOf(SecurityMethodModel method, TestConnectionModel? given)
    {
        Dictionary<string, Token> tokens = (given?.Tokens ?? []).ToDictionary(t => t.Name, t => new Token { Value = t.Value, Refresh = t.Refresh });
        if (method.Kind is SecurityKind.OAuth2Code or SecurityKind.OAuth2ClientCredentials or SecurityKind.Session || method is { Kind: SecurityKind.Custom, Session: not null })
        {
            tokens.TryAdd(Connection.MainToken, new Token { Value = SampleToken });
        }

        return tokens;
    }
}
