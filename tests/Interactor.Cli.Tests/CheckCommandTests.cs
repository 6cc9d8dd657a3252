using System.Text.Json;

namespace Interactor.Cli.Tests;

public sealed class CheckCommandTests
{
    [Fact]
    public async Task Findings_have_the_form_that_builds_use()
    {
        using Workspace work = new();
        work.Replace("lines: \"${input.lines}\"", "lines: \"${input.line}\"");
        CommandRun run = await CommandRun.OfAsync("check", work.Path);
        Assert.Equal(1, run.ExitCode);
        Assert.Matches(@"connector\.yaml\(\d+,\d+\): error INTC1\d{3}: .*line", run.Out);
        Assert.Equal("1 connector: 1 error, 0 warnings.", run.Error.Trim());
    }

    [Fact]
    public async Task Scripts_in_CSharp_are_compiled_too()
    {
        using Workspace work = new();
        CSharpScript.Write(work);
        CommandRun good = await CommandRun.OfAsync("check", work.In("minted"));
        Assert.Equal((0, ""), (good.ExitCode, good.Out));

        work.Write("minted/scripts/check.cs", CSharpScript.Text.Replace("input.N + 1", "input.M + 1", StringComparison.Ordinal));
        CommandRun run = await CommandRun.OfAsync("check", work.In("minted"));
        Assert.Equal(1, run.ExitCode);
        Assert.Matches(@"check\.cs\(7,\d+\): error INTC1609: CS1061: ", run.Out);
    }

    [Fact]
    public async Task Sarif_has_rules_results_and_places()
    {
        using Workspace work = new();
        work.Replace("lines: \"${input.lines}\"", "lines: \"${input.line}\"");
        CommandRun run = await CommandRun.OfAsync("check", work.Path, "--format", "sarif");
        Assert.Equal(1, run.ExitCode);
        using JsonDocument log = JsonDocument.Parse(run.Out);
        Assert.Equal("2.1.0", log.RootElement.GetProperty("version").GetString());
        JsonElement sarif = log.RootElement.GetProperty("runs")[0];
        JsonElement rule = sarif.GetProperty("tool").GetProperty("driver").GetProperty("rules")[0];
        JsonElement result = sarif.GetProperty("results")[0];
        Assert.Equal(rule.GetProperty("id").GetString(), result.GetProperty("ruleId").GetString());
        Assert.EndsWith($"{rule.GetProperty("id").GetString()}.md", rule.GetProperty("helpUri").GetString(), StringComparison.Ordinal);
        Assert.Equal("error", result.GetProperty("level").GetString());
        JsonElement place = result.GetProperty("locations")[0].GetProperty("physicalLocation");
        string uri = place.GetProperty("artifactLocation").GetProperty("uri").GetString()!;
        Assert.StartsWith("file:///", uri, StringComparison.Ordinal);
        Assert.DoesNotContain(" ", uri, StringComparison.Ordinal);
        Assert.True(place.GetProperty("region").GetProperty("startLine").GetInt32() > 1);
    }

    [Fact]
    public async Task Sarif_without_findings_is_a_log_too()
    {
        using Workspace work = new();
        using JsonDocument log = JsonDocument.Parse((await CommandRun.OfAsync("check", work.Shop, "--format", "sarif")).Out);
        Assert.Equal(0, log.RootElement.GetProperty("runs")[0].GetProperty("results").GetArrayLength());
    }

    [Fact]
    public async Task Notes_are_findings()
    {
        using Workspace work = new();
        string file = work.Write("api.json", """
            { "openapi": "3.0.0", "info": { "title": "Api", "version": "1" }, "servers": [{ "url": "https://a.example.com" }], "paths": { "/a": { "get": { "operationId": "a", "parameters": [
              { "$ref": "#/no" }], "responses": { "200": { "description": "", "content": { "application/json": { "schema": { "type": "object", "properties": { "a": { "type": "string", "format": "colour", "minimum": 1 } } } } } } } } } } }
            """.ReplaceLineEndings(" "));
        CommandRun import = await CommandRun.OfAsync("import", "openapi", file, "-o", work.In("api"));
        Assert.Contains("api.json(1,", import.Out, StringComparison.Ordinal);
        Assert.Contains(") #/paths/~1a/get/parameters/0: ", import.Out, StringComparison.Ordinal);
        CommandRun run = await CommandRun.OfAsync("check", work.In("api"));
        Assert.Contains(": info INTC", run.Out, StringComparison.Ordinal);
        Assert.Matches(@"^1 connector: 0 errors, 0 warnings, \d notes?\.\s*$", run.Error);
    }

    [Fact]
    public async Task A_connector_named_twice_is_checked_once()
    {
        using Workspace work = new();
        CommandRun run = await CommandRun.OfAsync("check", work.Shop, work.Path, work.In("shop/connector.yaml"));
        Assert.Equal("1 connector: no findings.", run.Error.Trim());
    }
}
