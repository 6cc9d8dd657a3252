using System.Text;
using Interactor.Compiler.Model;
using Interactor.Runtime;
using Interactor.Runtime.Security;
using Interactor.Testing.Loading;
using Interactor.Testing.Sandbox;

namespace Interactor.Connectors.Tests;

/// <summary>Calls the actions of every connector in its sandbox, by each security method, as a person who tries it out would.</summary>
public sealed class SandboxTests
{
    public static TheoryData<string, bool> Connectors
    {
        get
        {
            TheoryData<string, bool> data = [];
            foreach (string name in DefinitionFolder.Read(RepositoryPaths.Connectors).Select(s => Path.GetFileName(s.Folder)))
            {
                data.Add(name, true);
                data.Add(name, false);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Connectors))]
    public async Task Every_action_succeeds_by_every_method(string name, bool withTests)
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        using LoadedConnector connector = ConnectorLoader.Load(Path.Combine(RepositoryPaths.Connectors, name), cancellation);
        SandboxConnector played = SandboxConnector.Of(connector);
        await using SandboxServer server = await SandboxServer.StartAsync([withTests ? played : played with { Tests = [] }], cancellation: cancellation);
        List<string> failures = [];
        foreach (SecurityMethod method in connector.Descriptor.Methods)
        {
            ConnectorOptions options = SandboxAccount.OptionsFor(server, connector.Descriptor);
            options.Connection = await SandboxAccount.ConnectAsync(server, connector.Descriptor, method.Id, cancellation: cancellation);
            Assert.True(method.Verify is null || options.Connection.Identity is { Id.Length: > 0 });
            options.ValidateResponses = true;
            ActionExecutor executor = new(connector.Descriptor, options);
            foreach (TestModel test in connector.Tests.Where(t => t.Output is not null && Accepts(connector, t, method.Id)))
            {
                try
                {
                    await executor.ExecuteAsync(test.Action, test.Version, Encoding.UTF8.GetBytes(test.Given), null, cancellation);
                }
                catch (InteractorException e)
                {
                    failures.Add($"{method.Id} {test.Action} ({test.Name}): {e.CodeText}: {e.Message}");
                }
            }
        }

        Assert.Empty(failures);
    }

    private static bool Accepts(LoadedConnector connector, TestModel test, string method) =>
        connector.Descriptor.Actions.Any(a => a.Id == test.Action && a.Methods.Contains(method));
}
