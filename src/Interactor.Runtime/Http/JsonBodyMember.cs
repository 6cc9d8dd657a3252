using System.Text.Json;

namespace Interactor.Runtime.Http;

/// <summary>Adds a member to a JSON object that was written already.</summary>
internal static class JsonBodyMember
{
    // What was written is valid, however deep it is.
    private static readonly JsonReaderOptions AnyDepth = new() { MaxDepth = int.MaxValue };

    public static void Add(PooledBuffer body, string name, string value)
    {
        ReadOnlySpan<byte> written = body.WrittenSpan;
        bool isEmpty = CheckObject(written, name);
        int end = written.LastIndexOf((byte)'}');
        body.Retreat(written.Length - end);
        body.Write(isEmpty ? "\""u8 : ",\""u8);
        body.Write(JsonEncodedText.Encode(name).EncodedUtf8Bytes);
        body.Write("\":\""u8);
        body.Write(JsonEncodedText.Encode(value).EncodedUtf8Bytes);
        body.Write("\"}"u8);
    }

    /// <summary>Whether the object has no members yet. Two members of one name would let the provider choose between them.</summary>
    private static bool CheckObject(ReadOnlySpan<byte> utf8, string name)
    {
        Utf8JsonReader reader = new(utf8, AnyDepth);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            throw new InteractorException(ErrorCode.InputInvalid, $"The body of the request is no JSON object, so that '{name}' cannot be added to it.");
        }

        bool isEmpty = true;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals(name))
            {
                throw new InteractorException(ErrorCode.InputInvalid, $"The body of the request has a member '{name}' already, which belongs to the credential.");
            }

            isEmpty = false;
            reader.Skip();
        }

        return isEmpty;
    }
}
