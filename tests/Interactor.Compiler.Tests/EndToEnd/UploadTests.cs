using System.Net;
using System.Reflection;
using System.Text;
using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Tests.Harness;
using Interactor.Runtime;

namespace Interactor.Compiler.Tests.EndToEnd;

/// <summary>What an input of <c>format: binary</c> becomes, and that it is read while it is sent and not before.</summary>
public sealed class UploadTests
{
    private const string Head = """
        interactor: 1
        id: demo
        version: 1.0.0
        servers: { api: https://api.example.com }
        actions:
          file.send:
            version: 1.0.0
            name: Send a File
            effect: write
            input:
              type: object
              required: [file]
              properties:
                file: { type: string, format: binary, minLength: 4 }
                more: { type: array, items: { type: string, format: binary } }
                name: { type: string, maxLength: 5 }
              not: { required: [other] }
            output: { type: integer }

        """;

    [Theory]
    [InlineData("stream: \"${input.file}\"", "content", "image/png")]
    [InlineData("bytes: \"${input.file}\"", "content", "image/png")]
    [InlineData("stream: \"${input.file}\", mediaType: text/csv", "content", "text/csv")]
    [InlineData("bytes: \"${input.name == null ? input.file : input.file}\"", "content", "image/png")]
    public async Task Content_is_sent_as_it_is(string body, string text, string mediaType)
    {
        Provider provider = new();
        using MemoryStream stream = new(Encoding.UTF8.GetBytes("content"));
        Assert.Equal(7L, await SendAsync(body, provider, BinaryContent.FromStream(stream, "image/png")));
        Assert.Equal((text, mediaType), (provider.Body, provider.MediaType));
    }

    [Fact]
    public async Task Content_may_be_a_part()
    {
        Provider provider = new();
        using MemoryStream stream = new(Encoding.UTF8.GetBytes("content"));
        await SendAsync("multipart: { data: \"${input.file}\", all: \"${input.more}\", name: \"${input.name}\" }", provider, BinaryContent.FromStream(stream, "image/png", "a.png"));
        Assert.Contains("name=\"data\"; filename=\"a.png\"\r\nContent-Type: image/png\r\n\r\ncontent\r\n", provider.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bytes_are_content_and_may_stand_in_json()
    {
        Provider provider = new();
        await SendAsync("json: { data: \"${input.file}\", hash: \"${hex(hash.sha256(input.file))}\", same: \"${input.file == input.file}\" }", provider, "hello"u8.ToArray());
        Assert.Equal("""{"data":"aGVsbG8=","hash":"2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824","same":true}""", provider.Body);
    }

    [Theory]
    [InlineData("json: { data: \"${input.file}\" }")]
    [InlineData("json: { data: \"${base64(input.file)}\" }")]
    [InlineData("json: \"${input}\"")]
    public async Task Content_that_is_not_in_memory_may_not(string body)
    {
        BinaryContent content = BinaryContent.FromStreams(static _ => throw new InvalidOperationException("It was read."));
        InteractorException failure = await Assert.ThrowsAsync<InteractorException>(() => SendAsync(body, new Provider(), content));
        Assert.Equal(ErrorCode.InputInvalid, failure.Code);
        Assert.Contains("not in memory", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Validation_reads_nothing_and_finds_what_is_wrong_beside_it()
    {
        BinaryContent content = BinaryContent.FromStreams(static _ => throw new InvalidOperationException("It was read."));
        Provider provider = new();
        InteractorException failure = await Assert.ThrowsAsync<InteractorException>(() => SendAsync("stream: \"${input.file}\"", provider, content, name: "too long"));
        Assert.Equal((ErrorCode.InputInvalid, "/name"), (failure.Code, Assert.Single(failure.Details).Pointer));
        failure = await Assert.ThrowsAsync<InteractorException>(() => SendAsync("stream: \"${input.file}\"", provider, "x"u8.ToArray(), name: "too long"));
        Assert.Equal("/name", Assert.Single(failure.Details).Pointer);
        Assert.Null(provider.Body);
    }

    [Fact]
    public async Task By_name_content_is_base64()
    {
        Provider provider = new();
        (object client, LoadedCode code) = Client("stream: \"${input.file}\"", provider);
        Assert.NotNull(client);
        ConnectorDescriptor descriptor = (ConnectorDescriptor)code.Type("DemoConnector").GetProperty("Descriptor", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!;
        await new ActionExecutor(descriptor, new ConnectorOptions { HttpHandler = provider }).ExecuteAsync(
            "file.send", null, """{"file":"aGVsbG8="}"""u8.ToArray(), cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal("hello", provider.Body);
    }

    [Fact]
    public void A_stream_has_to_be_content()
    {
        CompiledConnector compiled = ConnectorCompiler.Compile(Definition.Of(Head + Request("stream: \"${input.name}\"")), TestContext.Current.CancellationToken);
        Diagnostic error = Assert.Single(compiled.Bound.Diagnostics, static d => d.Descriptor.Severity == DiagnosticSeverity.Error);
        Assert.Equal("INTC1404", error.Descriptor.Id);
        Assert.Contains("format: binary", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_answer_of_binary_is_bytes()
    {
        LoadedCode code = LoadedCode.Of(Head.Replace("{ type: integer }", "{ type: string, format: binary }", StringComparison.Ordinal) + Request("stream: \"${input.file}\""));
        Assert.Equal(typeof(Task<ReadOnlyMemory<byte>>), code.Type("DemoClient").GetProperty("File")?.PropertyType.GetMethod("SendAsync")?.ReturnType);
    }

    private static string Request(string body) => $"    request: {{ method: POST, path: /files, {body} }}";

    private static (object Client, LoadedCode Code) Client(string body, Provider provider)
    {
        LoadedCode code = LoadedCode.Of(Head + Request(body));
        object options = Activator.CreateInstance(code.Type("DemoOptions"))!;
        ((ConnectorOptions)options).HttpHandler = provider;
        return (Activator.CreateInstance(code.Type("DemoClient"), options)!, code);
    }

    private static async Task<long> SendAsync(string body, Provider provider, BinaryContent content, string? name = null)
    {
        (dynamic client, LoadedCode code) = Client(body, provider);
        object input = Activator.CreateInstance(code.Type("FileSendInput"))!;
        input.GetType().GetProperty("File")!.SetValue(input, content);
        input.GetType().GetProperty("Name")!.SetValue(input, name);
        return await client.File.SendAsync((dynamic)input);
    }

    private sealed class Provider : HttpMessageHandler
    {
        public string? Body { get; private set; }

        public string? MediaType { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Body = await request.Content!.ReadAsStringAsync(cancellationToken);
            MediaType = request.Content.Headers.ContentType?.ToString();
            return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("7") };
        }
    }
}
