using Interactor.Runtime.Execution;
using Interactor.Runtime.Http;

namespace Interactor.Runtime.Security;

/// <summary>Reads what a definition expects of an answer that gives a credential. An expression would only say of a page for people that null has no members.</summary>
internal static class CredentialAnswer
{
    /// <summary>A part of the answer.</summary>
    /// <param name="read">What the definition says; null for nothing.</param>
    /// <param name="response">The answer.</param>
    /// <param name="context">Whose credential it is.</param>
    /// <param name="request">What messages call the request that was answered.</param>
    /// <exception cref="InteractorException"><see cref="ErrorCode.ContractViolation"/>: the answer lacks what the definition expects, or is no JSON.</exception>
    public static string? Read(Func<ProviderResponse, ActionContext, string?>? read, ProviderResponse response, ActionContext context, string request)
    {
        try
        {
            return read?.Invoke(response, context);
        }
        catch (InteractorException e) when (e.Code == ErrorCode.ContractViolation && !response.Raw.IsEmpty && response.Body.IsNull)
        {
            string kind = response.Headers.TryGetValue("Content-Type", out string? type) && !type.Contains("json", StringComparison.OrdinalIgnoreCase)
                ? $"'{ShownName.Of(SecretRedactor.Redact(type, context))}'"
                : "a body that has no JSON in it";
            throw new InteractorException(ErrorCode.ContractViolation, $"The provider answered {request} with {kind} where the connector reads JSON ({response.Status}).", e)
            {
                Status = response.Status,
            };
        }
    }
}
