using Interactor.Import.Documents;
using Interactor.Import.Findings;
using Interactor.Import.Providers;
using Interactor.Import.Tests.Driver;
using Interactor.Import.Writing;
using Interactor.Tests;

namespace Interactor.Import.Tests;

/// <summary>Provider configurations of a file become the expected definitions, or are listed with the reason.</summary>
public sealed class ProviderTests
{
    private static readonly string Folder = Path.Combine(RepositoryRoot.Path, "tests", "Interactor.Import.Tests", "ProviderCases");

    [Fact]
    public void Providers_become_the_expected_definitions()
    {
        AuthProvidersResult result = Import(File.ReadAllText(Path.Combine(Folder, "providers.yaml")));
        Dictionary<string, string> files = new(StringComparer.Ordinal);
        foreach (ProviderImport provider in result.Providers)
        {
            ImportCase compiled = ImportCase.Of(new ImportResult(provider.Connector, provider.Findings));
            files.Add($"{provider.Name}/findings.txt", compiled.Findings);
            foreach (DefinitionFile file in provider.Connector is { } connector ? ConnectorFolderWriter.Write(connector, TestContext.Current.CancellationToken) : [])
            {
                files.Add($"{provider.Name}/{file.Path}", file.Text);
            }
        }

        Snapshot.Compare(Path.Combine(Folder, "expected"), files);
    }

    [Fact]
    public void A_name_that_nobody_declares_is_an_error_with_its_line()
    {
        ProviderImport provider = Assert.Single(Import(
            """
            acme:
                auth_mode: API_KEY
                proxy:
                    base_url: https://${connectionConfig.subdomian}.acme.example
                    headers:
                        x-key: ${apiKey}
                connection_config:
                    subdomain: { type: string }
            """).Providers);
        Assert.Null(provider.Connector);
        ImportFinding finding = Assert.Single(provider.Findings, f => f.Kind == FindingKind.Error);
        Assert.Equal(ProviderRules.Name.Slug, finding.Rule);
        Assert.StartsWith("providers.yaml(4,19)", finding.ToString(), StringComparison.Ordinal);
        Assert.Contains("Did you mean 'connectionConfig.subdomain'?", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a:\n    auth_mode: OAUTH1\n", "provider-kind")]
    [InlineData("a:\n    auth_mode: OAUTH2_CC\n    token_url: https://a.example\n    require_client_certificate: true\n", "provider-kind")]
    [InlineData("b:\n    alias: a\na:\n    auth_mode: OAUTH2_CC\n    token_url: https://a.example\n    require_client_certificate: true\n", "provider-kind")]
    [InlineData("a:\n    display_name: A\n", "provider-kind")]
    [InlineData("a: text\n", "provider-form")]
    [InlineData("a:\n    alias: b\n", "provider-alias")]
    [InlineData("a:\n    alias: a\n", "provider-alias")]
    [InlineData("a:\n    auth_mode: API_KEY\n    proxy:\n        headers: { x: '${apiKey' }\n", "provider-expression")]
    [InlineData("a:\n    auth_mode: API_KEY\n    proxy:\n        headers: { x: '${md5(${apiKey})}' }\n", "provider-expression")]
    [InlineData("a:\n    auth_mode: TWO_STEP\n    token_url: https://a.example\n", "provider-form")]
    public void What_cannot_be_converted_is_listed_with_the_reason(string yaml, string rule)
    {
        Assert.All(Import(yaml).Providers, provider =>
        {
            Assert.Null(provider.Connector);
            Assert.Contains(provider.Findings, f => f.Kind == FindingKind.Error && f.Rule == rule);
        });
    }

    [Fact]
    public void A_certificate_that_the_credentials_name_is_presented()
    {
        ProviderImport provider = Assert.Single(Import("""
            a:
                auth_mode: OAUTH2_CC
                token_url: https://a.example/token
                require_client_certificate: true
                credentials:
                    client_certificate: { type: string, title: Certificate, secret: true }
                    client_private_key: { type: string, title: Key, secret: true }
            """).Providers);
        string written = string.Concat(ConnectorFolderWriter.Write(provider.Connector!, TestContext.Current.CancellationToken).Select(static file => file.Text));
        Assert.Matches(@"certificate:\s+\{?\s*chain: ""?\$\{variables\.client_certificate\}""?,?\s+key: ""?\$\{variables\.client_private_key\}", written);
        Assert.All(provider.Connector!.Variables, variable => Assert.True(variable.IsSecret || variable.Name == "client_id"));
    }

    [Theory]
    [InlineData("auth_mode: API_KEYS", "Did you mean 'API_KEY'?")]
    [InlineData("auth_mode: OAUTH1\n    request_url: https://a.example/r\n    authorization_url: https://a.example/a\n    token_url: https://a.example/t", "it has no 'signature_method'")]
    [InlineData("auth_mode: JWT\n    token: { payload: { iss: '${fingerprint(${credentials.k})}' } }", "the claim 'iss' has the fingerprint")]
    [InlineData("auth_mode: JWT\n    token: { signing_key: '${credentials.a}||${credentials.b}' }", "does not tell whether '||'")]
    [InlineData("auth_mode: SIGNATURE\n    signature: { protocol: WSSE }", "'WSSE'")]
    [InlineData("auth_mode: TWO_STEP\n    additional_steps: [{ token_url: '${step1.host}/token' }]", "is in the answer of the first")]
    [InlineData("auth_mode: TWO_STEP\n    additional_steps: [{ token_url: https://a.example }]", "write them by hand with 'tokens'")]
    [InlineData("auth_mode: AWS_SIGV4", "AssumeRole")]
    [InlineData("auth_mode: OAUTH2\n    require_client_certificate: true", "mTLS")]
    [InlineData("auth_mode: OAUTH2_CC\n    token_url: https://a.example\n    require_client_certificate: true\n    credentials: { client_certificate: { type: string, title: C } }", "'client_private_key'")]
    [InlineData("auth_mode: TWO_STEP\n    token: { payload: {} }\n    token_params: { token: '${token}' }", "not sent as the grant 'jwt-bearer'")]
    public void The_reason_is_what_the_configuration_lacks(string settings, string reason)
    {
        ProviderImport provider = Assert.Single(Import($"a:\n    {settings}\n").Providers);
        Assert.Contains(provider.Findings, f => f.Rule == ProviderRules.NotConverted.Slug && f.Message.Contains(reason, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("- a\n", "providers-file")]
    [InlineData("a: {\n", "INTC")]
    public void A_file_of_another_form_is_an_error(string yaml, string rule)
    {
        AuthProvidersResult result = Import(yaml);
        Assert.Empty(result.Providers);
        Assert.Contains(result.Findings, f => f.Kind == FindingKind.Error && f.Rule.StartsWith(rule, StringComparison.Ordinal));
    }

    private static AuthProvidersResult Import(string yaml) =>
        AuthProvidersImporter.Import(new DocumentSource("providers.yaml", yaml), cancellation: TestContext.Current.CancellationToken);
}
