using Interactor.Import.OpenApi;
using Interactor.Import.Tests.Driver;

namespace Interactor.Import.Tests;

/// <summary>What an import is told can be wrong, too.</summary>
public sealed class OptionTests
{
    private const string Document = """{ "openapi": "3.0.0", "info": { "title": "t", "version": "1" }, "servers": [{ "url": "https://a.example.com" }], "paths": {} }""";

    [Theory]
    [InlineData("Bad Id", "acme", "id", "Bad Id")]
    [InlineData("bad_id", "acme", "id", "bad_id")]
    [InlineData("../up", "acme", "id", "../up")]
    [InlineData(null, "Acme Inc.", "owner", "Acme Inc.")]
    public void An_id_of_another_form_is_an_error_of_the_option(string? id, string owner, string option, string text)
    {
        ImportCase result = ImportCase.Of(Document, new OpenApiImportOptions { Id = id, Owner = owner });
        Assert.Null(result.Result.Connector);
        Assert.Contains(
            $"error option-id: The option '{option}' is '{text}', but must be lower-case letters and digits, with single '.' or '-' between them\n",
            result.Findings, StringComparison.Ordinal);
    }
}
