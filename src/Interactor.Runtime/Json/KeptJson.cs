using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Interactor.Runtime.Json;

/// <summary>A value that was read and kept as it came. It is parsed when somebody looks into it, which few do.</summary>
internal sealed class KeptJson(byte[] utf8)
{
    // As deep as a scanner goes.
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = JsonScanner.DefaultMaxDepth };

    // The bytes until they are parsed, then the element, which has its own copy: one reference, so that every thread sees one or the other.
    private object _state = utf8;

    public JsonElement Element => (_state as StrongBox<JsonElement> ?? Parse()).Value;

    /// <summary>The text as it came.</summary>
    public ReadOnlySpan<byte> Utf8 => _state is byte[] bytes ? bytes : JsonMarshal.GetRawUtf8Value(Element);

    private StrongBox<JsonElement> Parse()
    {
        if (_state is byte[] bytes)
        {
            _state = new StrongBox<JsonElement>(JsonElement.Parse(bytes, Options));
        }

        return (StrongBox<JsonElement>)_state;
    }
}
