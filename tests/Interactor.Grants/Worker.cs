using Interactor.Runtime;
using Interactor.Runtime.Json;
using Interactor.Runtime.Security;

namespace Interactor.Grants;

/// <summary>A process that calls. For each line that it reads it makes its calls at once and says what came of them.</summary>
internal static class Worker
{
    public static async Task RunAsync(WorkerArguments arguments)
    {
        using Announcing handler = new(arguments.HaltsAfterAnswer);
        ActionExecutor executor = new(GrantConnector.At(arguments.Provider), new ConnectorOptions
        {
            CredentialStore = new EncryptedFileCredentialStore(arguments.Store, CredentialKey.FromFile(arguments.Key)),
            Account = arguments.Account,
            AllowInsecureLoopback = true,
            HttpHandler = handler,
        });
        Console.WriteLine("ready");
        while (Console.ReadLine() is not null)
        {
            string[] codes = await Task.WhenAll(Enumerable.Range(0, arguments.Calls).Select(_ => CallAsync(executor)));
            Console.WriteLine(string.Join(" ", codes.GroupBy(static code => code).Select(static group => $"{group.Key}={group.Count()}")));
        }
    }

    private static async Task<string> CallAsync(ActionExecutor executor)
    {
        await Task.Yield();
        try
        {
            await executor.ExecuteAsync(GrantConnector.Get, JsonValue.Null);
            return "ok";
        }
        catch (InteractorException e)
        {
            return e.CodeText;
        }
    }

    /// <summary>Says when the token endpoint answered.</summary>
    private sealed class Announcing(bool halts) : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false, MaxConnectionsPerServer = 50 })
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
            if (request.Method == HttpMethod.Post)
            {
                await response.Content.LoadIntoBufferAsync(cancellationToken);
                Console.WriteLine("answered");
                await Task.Delay(halts ? Timeout.Infinite : 0, CancellationToken.None);
            }

            return response;
        }
    }
}
