using Interactor.Runtime.Http;

namespace Interactor.Runtime.Security;

/// <summary>The answer to a request by which a credential is obtained.</summary>
internal readonly record struct ExchangeReply(int Status, byte[] Body, string? RequestId, TimeSpan? RetryAfter, HttpResponseMessage Message)
{
    public bool IsSuccess => Status is >= 200 and < 300;

    /// <summary>The answer as expressions see it.</summary>
    public ProviderResponse ToResponse()
    {
        PooledBuffer bytes = PooledBuffer.Rent();
        bytes.Write(Body);
        return new ProviderResponse(new Reply(Message, bytes));
    }

    /// <summary>The failure that the answer means.</summary>
    public InteractorException Failure(ErrorCode code, string message, string? providerCode = null) => new(code, message)
    {
        Status = Status,
        ProviderCode = providerCode,
        RequestId = RequestId,
        RetryAfter = RetryAfter,
    };

    /// <summary>Says the status, and nothing that is secret.</summary>
    public override string ToString() => $"ExchangeReply {{ Status = {Status} }}";
}
