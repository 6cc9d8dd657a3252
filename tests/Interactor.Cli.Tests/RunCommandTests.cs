namespace Interactor.Cli.Tests;

public sealed class RunCommandTests
{
    [Theory]
    [InlineData("{\"id\":\"o1\"}", "")]
    [InlineData("-", "{\"id\":\"o1\"}")]
    [InlineData("@input file.json", "")]
    public async Task Input_comes_from_the_line_a_file_or_standard_input(string given, string input)
    {
        using Workspace work = new();
        string file = work.Write("input file.json", "\uFEFF{\"id\":\"o1\"}");
        CommandRun run = await CommandRun.OfAsync(["run", work.Shop, "order.get", "--sandbox", "--input", given.Replace("@input file.json", "@" + file, StringComparison.Ordinal)], input, []);
        Assert.Equal(0, run.ExitCode);
        Assert.Equal("{\n  \"id\": \"o1\",\n  \"note\": \"Zoë <3 & 日本\"\n}", run.Out.Trim());
        Assert.Empty(run.Error);
    }

    [Theory]
    [InlineData("order.gte", null, "Did you mean 'order.get'?")]
    [InlineData("order", null, "order.get, order.list")]
    [InlineData("order.get", "{", "The input is not JSON (line 1")]
    [InlineData("order.get", "{}", "/id")]
    [InlineData("order.get", """{"id":"a","lines":12}""", "\n  /id: ")]
    [InlineData("order.get", """{"id":"a","lines":12}""", "\n  /lines: ")]
    [InlineData("order.get", """{"id":"o2"}""", "not_found, status 404, E7: There is no o2.")]
    public async Task What_goes_wrong_is_said_and_ends_with_1(string action, string? input, string message)
    {
        using Workspace work = new();
        CommandRun run = await CommandRun.OfAsync(["run", work.Shop, action, "--sandbox", .. input is null ? Array.Empty<string>() : ["--input", input]]);
        Assert.Equal(1, run.ExitCode);
        Assert.Empty(run.Out);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_choices_of_a_property_are_listed()
    {
        using Workspace work = new();
        work.Replace("id: { type: string, minLength: 2 }", "id: { type: string, minLength: 2, values: { action: order.list, items: \"${output.orders}\", label: \"order ${item}\" } }");
        CommandRun all = await CommandRun.OfAsync("run", work.Shop, "order.get", "--sandbox", "--values", "id");
        Assert.Equal((0, ""), (all.ExitCode, all.Error));
        Assert.Equal("[\n  {\n    \"value\": \"sandbox-value\",\n    \"label\": \"order sandbox-value\"\n  }\n]", all.Out.Trim());
        CommandRun none = await CommandRun.OfAsync("run", work.Shop, "order.get", "--sandbox", "--values", "/id", "--search", "other");
        Assert.Equal((0, "[]"), (none.ExitCode, none.Out.Trim()));
        CommandRun wrong = await CommandRun.OfAsync("run", work.Shop, "order.get", "--sandbox", "--values", "lines");
        Assert.Equal(1, wrong.ExitCode);
        Assert.StartsWith("not_found: No action gives the choices of the property 'lines' of 'order.get', but those of /id.", wrong.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_private_network_is_reached_where_the_command_line_allows_it()
    {
        using Workspace work = new();
        work.Replace("servers: { api: \"https://api.shop.example\" }", "servers: { api: \"https://${variables.region}\" }");
        work.Replace("egress: [api.shop.example,", "egress: [\"${variables.region}\", api.shop.example,");
        string[] line = ["run", work.Shop, "status.get", "--set", "region=127.0.0.1:9"];
        CommandRun refused = await CommandRun.OfAsync(line);
        Assert.Contains("auth_denied:", refused.Error, StringComparison.Ordinal);
        CommandRun allowed = await CommandRun.OfAsync([.. line, "--allow-network", "127.0.0.0/8"]);
        Assert.Contains("transient:", allowed.Error, StringComparison.Ordinal);
        CommandRun wrong = await CommandRun.OfAsync([.. line, "--allow-network", "127.0.0.0"]);
        Assert.Equal(2, wrong.ExitCode);
        Assert.Contains("is no network", wrong.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_input_file_that_is_not_there_ends_with_2()
    {
        using Workspace work = new();
        CommandRun run = await CommandRun.OfAsync("run", work.Shop, "order.get", "--input", "@nowhere.json");
        Assert.Equal((2, "There is no file 'nowhere.json' with the input."), (run.ExitCode, run.Error.Trim()));
    }

    [Fact]
    public async Task A_sandbox_connects_by_consent_and_learns_facts()
    {
        using Workspace work = new();
        CommandRun run = await CommandRun.OfAsync("run", work.Shop, "order.list", "--sandbox");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("sandbox-value", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_sandbox_missing_credentials_are_named()
    {
        using Workspace work = new();
        CommandRun token = await CommandRun.OfAsync("run", work.Shop, "order.get", "--input", """{"id":"o1"}""");
        Assert.Equal(1, token.ExitCode);
        Assert.Contains("token: token (INTERACTOR_TOKEN)", token.Error, StringComparison.Ordinal);
        CommandRun account = await CommandRun.OfAsync("run", work.Shop, "order.list", "--account", "Ann's shop");
        Assert.Contains("oauth: INTERACTOR_ANN_S_SHOP_TOKEN", account.Error, StringComparison.Ordinal);
        CommandRun facts = await CommandRun.OfAsync(["run", work.Shop, "order.list"], "", new() { ["INTERACTOR_TOKEN"] = "t" });
        Assert.Contains("--set account.shopId=…", facts.Error, StringComparison.Ordinal);
        CommandRun unknown = await CommandRun.OfAsync("run", work.Shop, "status.get", "--set", "regoin=us");
        Assert.Equal(2, unknown.ExitCode);
        Assert.Contains("Did you mean 'region'?", unknown.Error, StringComparison.Ordinal);
    }

    // An address of this machine on which nothing listens: the call gets as far as the network, and no further.
    [Fact]
    public async Task With_credentials_the_provider_itself_is_called()
    {
        using Workspace work = new();
        work.Replace("https://api.shop.example\" }\n", "http://127.0.0.1:9\" }\n");
        work.Replace("egress: [api.shop.example,", "egress: [api.shop.example, 127.0.0.1,");
        work.Replace("https://api.shop.example/me", "http://127.0.0.1:9/me");
        CommandRun open = await CommandRun.OfAsync("run", work.Shop, "status.get");
        Assert.Equal(1, open.ExitCode);
        Assert.StartsWith("transient:", open.Error, StringComparison.Ordinal);

        // A credential never goes out without TLS.
        CommandRun secret = await CommandRun.OfAsync(["run", work.Shop, "order.get", "--input", """{"id":"o1"}"""], "", new() { ["INTERACTOR_TOKEN"] = "very-secret" });
        Assert.StartsWith("auth_denied:", secret.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("very-secret", secret.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tokens_that_a_person_s_consent_gives_are_taken_from_the_environment()
    {
        using Workspace work = new();
        work.Replace("kind: oauth2.code", "kind: oauth2.device");
        work.Replace("authorize: { url: \"https://id.shop.example/authorize\" }", "device: { url: \"https://id.shop.example/device\" }");
        work.Replace("https://api.shop.example\" }\n", "http://127.0.0.1:9\" }\n");
        work.Replace("egress: [api.shop.example,", "egress: [api.shop.example, 127.0.0.1,");
        work.Replace("    connect:\n", "    tokens: { page: { value: p } }\n    apply: { headers: { X-Page: \"${token.page.value}\" } }\n    connect:\n");
        string[] call = ["run", work.Shop, "order.list", "--set", "account.shopId=1"];
        Assert.Contains("oauth: INTERACTOR_TOKEN", (await CommandRun.OfAsync(call)).Error, StringComparison.Ordinal);
        CommandRun without = await CommandRun.OfAsync(call, "", new() { ["INTERACTOR_TOKEN"] = "t" });
        Assert.Contains("no token 'page'", without.Error, StringComparison.Ordinal);
        CommandRun with = await CommandRun.OfAsync(call, "", new() { ["INTERACTOR_TOKEN"] = "t", ["INTERACTOR_TOKEN_PAGE"] = "p" });
        Assert.StartsWith("auth_denied:", with.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("no token", with.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_definition_with_errors_shows_them()
    {
        using Workspace work = new();
        work.Replace("effect: read", "effect: reed");
        CommandRun run = await CommandRun.OfAsync("run", work.Shop, "order.get", "--sandbox");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("error INTC", run.Error, StringComparison.Ordinal);
    }
}
