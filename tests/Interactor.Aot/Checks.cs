using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Interactor.Connectors.Gmail;
using Interactor.Runtime;
using Interactor.Runtime.Security;
using Microsoft.Extensions.DependencyInjection;
using Test.Connectors.Provider;

namespace Interactor.Aot;

/// <summary>What a program does that was published trimmed or compiled ahead of time: typed and untyped calls, validation, signed assertions, a store on disk.</summary>
internal static class Checks
{
    private static readonly (string Name, Func<Task<bool>> Holds)[] All =
    [
        ("a typed call by a client that signs", SignedAsync),
        ("a call by a client with a certificate", CertifiedAsync),
        ("an input that is not valid", InvalidAsync),
        ("a typed call with an input and an output", DraftAsync),
        ("an untyped call by dependency injection", UntypedAsync),
        ("a store on disk", StoredAsync),
    ];

    public static async Task<bool> RunAsync()
    {
        bool allHold = true;
        foreach ((string name, Func<Task<bool>> holds) in All)
        {
            bool isGood = await holds();
            allHold &= isGood;
            Console.WriteLine($"{(isGood ? "ok" : "FAILED")}: {name}");
        }

        return allHold;
    }

    private static async Task<bool> SignedAsync()
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        ProviderOptions options = Provider(new CannedProvider());
        options.PrivateKey = key.ExportPkcs8PrivateKeyPem();
        await new ConnectionFlow(ProviderConnector.Descriptor, options).ConnectAsync("signed", new Dictionary<string, string>(), "one");
        return (await new ProviderClient(options).Thing.GetAsync()).Client == "machine";
    }

    private static async Task<bool> CertifiedAsync()
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using X509Certificate2 certificate = new CertificateRequest("CN=machine", key, HashAlgorithmName.SHA256).CreateSelfSigned(DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddDays(1));
        ProviderOptions options = Provider(new CannedProvider());
        options.Certificate = certificate.ExportCertificatePem();
        options.CertificateKey = key.ExportPkcs8PrivateKeyPem();
        string? presented = null;
        options.CertificateHandler = context =>
        {
            presented = context.TargetCertificate.Thumbprint;
            return new CannedProvider();
        };
        await new ConnectionFlow(ProviderConnector.Descriptor, options).ConnectAsync("certified", new Dictionary<string, string>(), "one");
        return (await new ProviderClient(options).Thing.GetAsync()).Account is null && presented == certificate.Thumbprint;
    }

    private static async Task<bool> InvalidAsync()
    {
        try
        {
            await Gmail(new CannedProvider()).Email.Draft.CreateAsync(new() { To = [], Subject = "two\nlines", Body = "" });
            return false;
        }
        catch (InteractorException e)
        {
            return e.Code == ErrorCode.InputInvalid && e.Details.Count > 0;
        }
    }

    private static async Task<bool> DraftAsync()
    {
        CannedProvider provider = new();
        Draft draft = await Gmail(provider).Email.Draft.CreateAsync(new() { To = ["a@example.com"], Subject = "Hi", Body = "Hello" });
        return draft.Id == "d1" && provider.LastBody.Contains("\"raw\"", StringComparison.Ordinal);
    }

    private static async Task<bool> UntypedAsync()
    {
        ServiceCollection services = new();
        services.AddInteractor().AddGmail(static options => Fill(options, new CannedProvider()));
        await using ServiceProvider provider = services.BuildServiceProvider();
        ReadOnlyMemory<byte> output = await provider.GetRequiredService<ConnectorInvoker>().ExecuteAsync(
            "gmail", "email.draft.create", version: null, """{"to":["a@example.com"],"subject":"Hi","body":"Hello"}"""u8.ToArray());
        return Encoding.UTF8.GetString(output.Span).Contains("d1", StringComparison.Ordinal);
    }

    private static async Task<bool> StoredAsync()
    {
        string folder = Directory.CreateTempSubdirectory("interactor-aot-").FullName;
        try
        {
            EncryptedFileCredentialStore store = new(folder, new CredentialKey(RandomNumberGenerator.GetBytes(32)));
            ConnectionKey key = new("test/provider", "one");
            await store.TryReplaceAsync(key, Connected(), 0, default);
            return (await store.GetAsync(key, default))?.Tokens["main"].Value == "t";
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static ProviderOptions Provider(CannedProvider provider) => new()
    {
        Base = "http://127.0.0.1:1",
        ClientId = "machine",
        CredentialStore = new InMemoryCredentialStore(),
        Account = "one",
        AllowInsecureLoopback = true,
        HttpHandler = provider,
    };

    private static GmailClient Gmail(CannedProvider provider)
    {
        GmailOptions options = new();
        Fill(options, provider);
        return new GmailClient(options);
    }

    private static void Fill(GmailOptions options, CannedProvider provider)
    {
        options.ClientId = "id";
        options.ClientSecret = "secret";
        options.HttpHandler = provider;
        options.Connection = Connected();
    }

    private static Connection Connected() => new() { Method = "oauth", Tokens = new Dictionary<string, Token> { ["main"] = new() { Value = "t" } } };
}
