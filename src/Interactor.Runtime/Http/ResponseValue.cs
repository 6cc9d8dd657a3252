namespace Interactor.Runtime.Http;

/// <summary>A successful response with its body as a C# value.</summary>
public sealed class ResponseValue<TBody>
{
    internal ResponseValue(int status, ResponseHeaders headers, TBody body, ReadOnlyMemory<byte> raw)
    {
        Status = status;
        Headers = headers;
        Body = body;
        Raw = raw;
    }

    /// <summary>The status code, 200–299.</summary>
    public int Status { get; }

    /// <summary>The headers.</summary>
    public ResponseHeaders Headers { get; }

    /// <summary>The body.</summary>
    public TBody Body { get; }

    /// <summary>The bytes of the body, where the action asks for them; otherwise empty.</summary>
    public ReadOnlyMemory<byte> Raw { get; }
}
