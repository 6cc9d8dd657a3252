namespace Interactor.Cli.Tests;

/// <summary>Power Platform connectors and provider configurations.</summary>
public sealed class ImportOtherTests
{
    private const string Definition = """
        { "swagger": "2.0", "info": { "title": "Forms", "version": "1.0" }, "host": "forms.example.com", "basePath": "/", "schemes": ["https"],
          "paths": { "/forms": { "get": { "operationId": "ListForms", "summary": "List forms", "responses": { "200": { "description": "ok", "schema": { "type": "object" } } } } } } }
        """;

    private const string Properties = """
        { "properties": { "connectionParameters": { "api_key": { "type": "securestring", "uiDefinition": { "displayName": "Key" } } }, "capabilities": [] } }
        """;

    private const string Providers = """
        github:
          display_name: GitHub
          auth_mode: OAUTH2
          authorization_url: https://github.com/login/oauth/authorize
          token_url: https://github.com/login/oauth/access_token
          proxy: { base_url: https://api.github.com }
        signed:
          display_name: Signed
          auth_mode: TBA
        """;

    [Fact]
    public async Task A_power_platform_folder_becomes_a_connector_that_compiles()
    {
        using Workspace work = new();
        work.Write("pp/apiDefinition.swagger.json", Definition);
        work.Write("pp/apiProperties.json", Properties);
        CommandRun run = await CommandRun.OfAsync("import", "powerplatform", work.In("pp"), "-o", work.In("forms"), "--owner", "acme");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Imported 'acme/forms': 1 action", run.Error, StringComparison.Ordinal);
        Assert.Contains("Compiler: it compiles", run.Error, StringComparison.Ordinal);
        Assert.True(File.Exists(work.In("forms/actions/list-forms.yaml")));
    }

    [Fact]
    public async Task A_folder_that_is_no_power_platform_connector_is_told()
    {
        using Workspace work = new();
        CommandRun none = await CommandRun.OfAsync("import", "powerplatform", work.Shop, "-o", work.In("a"));
        Assert.Equal((1, "Nothing was written."), (none.ExitCode, none.Error.Trim()));
        CommandRun gone = await CommandRun.OfAsync("import", "powerplatform", work.In("gone"), "-o", work.In("a"));
        Assert.Equal(2, gone.ExitCode);
        Assert.StartsWith("There is no folder '", gone.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_provider_becomes_a_folder_and_the_others_are_listed_with_their_reason()
    {
        using Workspace work = new();
        string file = work.Write("providers.yaml", Providers);
        CommandRun all = await CommandRun.OfAsync("import", "auth-providers", file, "-o", work.In("all"));
        Assert.Equal(1, all.ExitCode);
        Assert.Contains("not converted signed: ", all.Out, StringComparison.Ordinal);
        Assert.Contains("1 provider not converted.", all.Error, StringComparison.Ordinal);
        Assert.True(File.Exists(work.In("all/github/connector.yaml")));

        CommandRun one = await CommandRun.OfAsync("import", "auth-providers", file, "-o", work.In("all"), "--only", "github");
        Assert.Equal(0, one.ExitCode);
        Assert.Contains("0 files written", one.Error, StringComparison.Ordinal);

        CommandRun wrong = await CommandRun.OfAsync("import", "auth-providers", file, "-o", work.In("all"), "--only", "githu");
        Assert.Equal((2, "The file has no provider 'githu'. Did you mean 'github'?"), (wrong.ExitCode, wrong.Error.Trim()));
    }
}
