using System.Text;
using Interactor.Runtime.Json;

namespace Interactor.Runtime.Tests.Json;

/// <summary>Schemas from test text.</summary>
internal static class Schemas
{
    public static JsonSchema Of(string json, Func<string, JsonSchema?>? references = null)
    {
        byte[] text = Encoding.UTF8.GetBytes(json);
        return new(() => text, references ?? (static _ => null));
    }

    public static byte[] Utf8(string json) => Encoding.UTF8.GetBytes(json);

    /// <summary>The only finding about a document.</summary>
    public static ErrorDetail OnlyError(string schema, string document) => Xunit.Assert.Single(Of(schema).Validate(Utf8(document)));
}
