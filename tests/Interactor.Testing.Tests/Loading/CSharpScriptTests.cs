using System.Net;
using System.Security.Cryptography;
using System.Text;
using Interactor.Compiler.Diagnostics;
using Interactor.Runtime;
using Interactor.Testing.Examples;
using Interactor.Testing.Loading;

namespace Interactor.Testing.Tests.Loading;

/// <summary>Connectors with scripts in C#, compiled and run in this process where it is allowed.</summary>
public sealed class CSharpScriptTests
{
    private const string Secret = "s-1";

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "CSharpFixtures", "mint");

    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    [Fact]
    public void They_are_refused_unless_they_are_allowed()
    {
        DefinitionException error = Assert.Throws<DefinitionException>(() => ConnectorLoader.Load(Folder, Token));
        Assert.Contains("INTC1607", error.Message, StringComparison.Ordinal);
        Assert.All(error.Diagnostics.Where(d => d.Descriptor.Severity == DiagnosticSeverity.Error), d => Assert.EndsWith("connector.yaml", d.Location.Path, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_tests_of_the_definition_pass()
    {
        IReadOnlyList<ConnectorExample> examples = [.. DefinitionFolder.Read(Folder, allowCSharpScripts: true).SelectMany(sources => ConnectorExamples.Discover(sources, Token))];
        Assert.Equal(2, examples.Count);
        foreach (ConnectorExample example in examples)
        {
            Assert.Empty((await example.RunAsync(Token)).Failures);
        }
    }

    [Theory]
    [InlineData("by-csharp", Secret, true)]
    [InlineData("by-csharp", "s-2", false)]
    [InlineData("by-javascript", Secret, true)]
    [InlineData("by-javascript", "s-2", false)]
    public async Task A_provider_that_demands_a_signature_gets_it(string method, string secret, bool isRight)
    {
        using LoadedConnector connector = ConnectorLoader.Load(Folder, allowCSharpScripts: true, Token);
        ConnectorOptions options = new() { HttpHandler = new SigningProvider(), ScriptRunner = SharedScripts.Runner, Connection = new() { Method = method } };
        options.Values["secret"] = secret;
        ActionExecutor executor = new(connector.Descriptor, options);
        Task<ReadOnlyMemory<byte>> call = executor.ExecuteAsync("coin.send", null, """{"value":5}"""u8.ToArray(), cancellationToken: Token);
        if (isRight)
        {
            try
            {
                Assert.Equal("""{"value":5,"side":"heads"}""", Encoding.UTF8.GetString((await call).Span));
            }
            catch (InteractorException e) when (e.Code == ErrorCode.ScriptError && method == "by-javascript")
            {
                Assert.SkipWhen(e.Message.Contains("Node.js", StringComparison.Ordinal) || e.Message.Contains("without its engine", StringComparison.Ordinal), "skipped: not found: Node.js or the engine");
                throw;
            }

            return;
        }

        InteractorException failure = await Assert.ThrowsAsync<InteractorException>(() => call);
        Assert.SkipWhen(failure.Code == ErrorCode.ScriptError && method == "by-javascript", "skipped: not found: Node.js or the engine");
        Assert.Equal(401, failure.Status);
        Assert.DoesNotContain(secret, failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_script_that_throws_says_where_and_its_words_are_for_its_author()
    {
        using LoadedConnector connector = ConnectorLoader.Load(Folder, allowCSharpScripts: true, Token);
        InteractorException failure = await Assert.ThrowsAsync<InteractorException>(async () =>
            await new ActionExecutor(connector.Descriptor, new ConnectorOptions()).ExecuteAsync("coin.flip", null, """{"value":-3}"""u8.ToArray(), cancellationToken: Token));
        Assert.Matches(@"^scripts/flip\.cs\(\d+,\d+\): the script threw an error \(ArgumentException\)\.$", failure.Message);
        Assert.DoesNotContain("-3", failure.ToString(), StringComparison.Ordinal);
        Assert.Equal("A coin of -3 has no sides.", SharedScripts.WordsOf(failure));
    }

    [Theory]
    [InlineData("input with { Side", "inputt with { Side", "INTC1609", 11, "CS0103")]
    [InlineData("async partial ValueTask<Coin> FlipAsync", "async ValueTask<Coin> FlipAsync", "INTC1608", 7, "FlipAsync(Coin input")]
    [InlineData("FlipAsync(Coin input", "FlipAsync(ToSign input", "INTC1609", 7, "CS")]
    [InlineData("return input", "#line 1 \"connector.yaml\"\nreturn inputt", "INTC1609", 11, "CS0103")]
    [InlineData("internal static partial class MintScripts", "public sealed partial record Coin; internal static partial class MintScripts", "INTC1609", 1, "together with the generated code")]
    public void What_is_wrong_with_a_script_is_said_in_its_file(string find, string replacement, string id, int line, string message)
    {
        using TemporaryFolder temporary = new();
        DefinitionException error = Assert.Throws<DefinitionException>(() => ConnectorLoader.Load(Changed(temporary, "flip.cs", find, replacement), allowCSharpScripts: true, Token));
        Diagnostic finding = error.Diagnostics.First(d => d.Descriptor.Severity == DiagnosticSeverity.Error);
        Assert.Contains(message, finding.Message, StringComparison.Ordinal);
        Assert.Equal((id, line), (finding.Descriptor.Id, finding.Location.Start.Line + 1));
        Assert.EndsWith(line == 1 ? ".cs" : "flip.cs", finding.Location.Path, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("scripts")]
    [InlineData("scripts/flip.cs")]
    public void A_link_to_a_script_elsewhere_is_not_followed_out_of_the_folder(string linked)
    {
        using TemporaryFolder temporary = new();
        string folder = Changed(temporary, "flip.cs", "return", "return");
        string link = Path.Combine(folder, linked);
        string elsewhere = Path.Combine(temporary.Path, "elsewhere");
        Directory.Move(link, elsewhere);
        try
        {
            _ = linked == "scripts" ? Directory.CreateSymbolicLink(link, elsewhere) : File.CreateSymbolicLink(link, elsewhere);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Assert.Skip("skipped: not found: the right to make links");
        }

        DefinitionException error = Assert.Throws<DefinitionException>(() => ConnectorLoader.Load(folder, allowCSharpScripts: true, Token));
        Assert.Contains("INTC1602", error.Message, StringComparison.Ordinal);
    }

    private static string Changed(TemporaryFolder temporary, string script, string find, string replacement)
    {
        string folder = temporary.Write("mint/connector.yaml", File.ReadAllText(Path.Combine(Folder, "connector.yaml")));
        foreach (string path in Directory.EnumerateFiles(Path.Combine(Folder, "scripts")))
        {
            string text = File.ReadAllText(path);
            Assert.True(Path.GetFileName(path) != script || text.Contains(find, StringComparison.Ordinal));
            temporary.Write("mint/scripts/" + Path.GetFileName(path), Path.GetFileName(path) == script ? text.Replace(find, replacement, StringComparison.Ordinal) : text);
        }

        return folder;
    }

    /// <summary>Takes what is signed over method, path and body by the secret that it knows.</summary>
    private sealed class SigningProvider : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            string text = $"{request.Method}\n{request.RequestUri!.AbsolutePath}\n{await request.Content!.ReadAsStringAsync(cancellationToken)}";
            bool isRight = request.Headers.TryGetValues("X-Signature", out IEnumerable<string>? signatures)
                ? signatures.Single() == Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes(text)))
                : request.RequestUri.Query == $"?signature={($"{Secret}\n{text}").EnumerateRunes().Aggregate(7L, static (sum, rune) => ((sum * 31) + rune.Value) % 1000000007)}";
            return new HttpResponseMessage(isRight ? HttpStatusCode.Created : HttpStatusCode.Unauthorized)
            {
                Content = new StringContent("""{"value":5,"side":"tails"}""", Encoding.UTF8, "application/json"),
            };
        }
    }
}
