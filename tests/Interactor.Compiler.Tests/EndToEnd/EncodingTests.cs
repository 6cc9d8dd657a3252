using System.Net;
using System.Text;
using Interactor.Compiler.Tests.Harness;
using Interactor.Runtime;

namespace Interactor.Compiler.Tests.EndToEnd;

/// <summary>What <c>encoding</c> says of a field is how the runtime sends it, whatever the type of the field.</summary>
public sealed class EncodingTests
{
    private const string Input = """{"body":{"tags":["a","b"],"at":{"x":1},"ids":[1,2],"name":"n"}}""";

    [Theory]
    [InlineData("deepObject", null, "tags[0]=a|tags[1]=b|at[x]=1|ids[0]=1|ids[1]=2|name=n")]
    [InlineData("form", true, "tags=a|tags=b|at[x]=1|ids=1|ids=2|name=n")]
    [InlineData("form", false, "tags=a,b|at=x,1|ids=1,2|name=n")]
    [InlineData("spaceDelimited", false, "tags=a%20b|at=x%201|ids=1%202|name=n")]
    [InlineData("pipeDelimited", false, "tags=a%7Cb|at=x%7C1|ids=1%7C2|name=n")]
    public async Task A_field_of_a_form(string style, bool? explode, string expected)
    {
        string sent = await SendAsync("form", style, explode);
        Assert.Equal(expected, sent.Replace("%5B", "[", StringComparison.Ordinal).Replace("%5D", "]", StringComparison.Ordinal).Replace("%2C", ",", StringComparison.Ordinal).Replace('&', '|'));
    }

    [Theory]
    [InlineData("deepObject", null, "tags[0]=a|tags[1]=b|at[x]=1|ids[0]=1|ids[1]=2|name=n")]
    [InlineData("form", true, """tags=a|tags=b|at={"x":1}|ids=1|ids=2|name=n""")]
    [InlineData("form", false, "tags=a,b|at=x,1|ids=1,2|name=n")]
    [InlineData("spaceDelimited", false, "tags=a b|at=x 1|ids=1 2|name=n")]
    [InlineData("pipeDelimited", false, "tags=a|b|at=x|1|ids=1|2|name=n")]
    [InlineData("pipeDelimited", true, "tags=a|tags=b|x=1|ids=1|ids=2|name=n")]
    public async Task A_part_of_a_multipart_body(string style, bool? explode, string expected)
    {
        string[] lines = (await SendAsync("multipart", style, explode)).Split("\r\n");
        IEnumerable<string> parts =
            from i in Enumerable.Range(0, lines.Length)
            where lines[i].StartsWith("Content-Disposition", StringComparison.Ordinal)
            select lines[i].Split('"')[1] + "=" + lines[Array.IndexOf(lines, "", i) + 1];
        Assert.Equal(expected, string.Join('|', parts));
    }

    private static async Task<string> SendAsync(string body, string style, bool? explode)
    {
        string encoding = $"{{ style: {style}{(explode is { } given ? $", explode: {(given ? "true" : "false")}" : "")} }}";
        string yaml = $$"""
            interactor: 1
            id: demo
            version: 1.0.0
            servers: { api: https://api.example.com }
            actions:
              thing.put:
                version: 1.0.0
                name: Put a Thing
                effect: write
                input:
                  type: object
                  properties:
                    body:
                      type: object
                      properties:
                        tags: { type: array, items: { type: string } }
                        at: { type: object, properties: { x: { type: integer } } }
                        ids: { type: array, items: { type: integer } }
                        name: { type: string }
                request: { method: POST, path: /thing, {{body}}: "${input.body}", encoding: { tags: {{encoding}}, at: {{encoding}}, ids: {{encoding}}, name: {{encoding}} } }
            """;
        Provider provider = new();
        ConnectorDescriptor descriptor = (ConnectorDescriptor)LoadedCode.Of(yaml).Type("DemoConnector").GetProperty("Descriptor")!.GetValue(null)!;
        ActionExecutor executor = new(descriptor, new ConnectorOptions { HttpHandler = provider });
        await executor.ExecuteAsync("thing.put", null, Encoding.UTF8.GetBytes(Input), cancellationToken: TestContext.Current.CancellationToken);
        return provider.Body;
    }

    private sealed class Provider : HttpMessageHandler
    {
        public string Body { get; private set; } = "";

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Body = await request.Content!.ReadAsStringAsync(cancellationToken);
            return new HttpResponseMessage(HttpStatusCode.NoContent);
        }
    }
}
