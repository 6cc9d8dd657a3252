using System.Buffers;
using System.Buffers.Text;
using System.Text.Unicode;
using Interactor.Runtime.Json.Tokens;
using Interactor.Runtime.Json.Validation.Model;

namespace Interactor.Runtime.Json.Validation.Plans;

/// <summary>
/// <c>contentEncoding</c>, <c>contentMediaType</c> and <c>contentSchema</c> (validation, section 8): base64 and JSON are looked into, other
/// encodings and media types are accepted.
/// </summary>
internal sealed class ContentCheck
{
    private readonly bool _isBase64;
    private readonly bool _isJson;
    private readonly SchemaModel? _schema;

    private ContentCheck(bool isBase64, bool isJson, SchemaModel? schema)
    {
        _isBase64 = isBase64;
        _isJson = isJson;
        _schema = schema;
    }

    public static ContentCheck? Of(StringKeywords? keywords)
    {
        bool isBase64 = string.Equals(keywords?.ContentEncoding, "base64", StringComparison.OrdinalIgnoreCase);
        bool isJson = keywords?.ContentMediaType is "application/json" && (isBase64 || keywords.ContentEncoding is null);
        return isBase64 || isJson ? new(isBase64, isJson, isJson ? keywords!.ContentSchema : null) : null;
    }

    /// <param name="utf8">The text without escapes.</param>
    public bool Accepts(ReadOnlySpan<byte> utf8)
    {
        if (!_isBase64)
        {
            return IsJson(utf8);
        }

        if (!Base64Text.IsValid(utf8))
        {
            return false;
        }

        if (!_isJson)
        {
            return true;
        }

        byte[] decoded = ArrayPool<byte>.Shared.Rent(Base64.GetMaxDecodedFromUtf8Length(utf8.Length));
        bool isJson = Base64.DecodeFromUtf8(utf8, decoded, out _, out int length) == OperationStatus.Done && IsJson(decoded.AsSpan(0, length));
        ArrayPool<byte>.Shared.Return(decoded, clearArray: true);
        return isJson;
    }

    private bool IsJson(ReadOnlySpan<byte> document)
    {
        if (!Utf8.IsValid(document))
        {
            return false;
        }

        JsonScanner scanner = new(document);
        return (_schema is null ? scanner.TrySkip() : Validator.Accepts(Site.Of(_schema), ref scanner)) && scanner.TryEnd();
    }
}
