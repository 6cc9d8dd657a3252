namespace Interactor.Runtime.Security;

/// <summary>What a token may be (RFC 6749, appendix A.12): one that ends a line could be kept, but never sent.</summary>
internal static class TokenText
{
    /// <summary>Why a token cannot be used; null for one that can.</summary>
    /// <param name="value">The token, which the failure does not tell.</param>
    /// <param name="what">Which token it is and where it came from, at the beginning of a sentence.</param>
    public static InteractorException? Fault(string value, string what) =>
        HasControl(value) ? new(ErrorCode.ContractViolation, $"{what} has a control character, such as a line break. It is not kept.") : null;

    /// <summary>Whether a token has a character that no request can carry.</summary>
    public static bool HasControl(string value)
    {
        foreach (char c in value)
        {
            if (char.IsControl(c))
            {
                return true;
            }
        }

        return false;
    }
}
