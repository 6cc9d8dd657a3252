using Interactor.Runtime.Security;

namespace Interactor.Runtime.Execution;

/// <summary>Takes the secrets of a call out of text that the provider wrote: some providers repeat a refused key in their message.</summary>
internal static class SecretRedactor
{
    // Shorter values would match by accident, and are no secrets.
    private const int ShortestSecret = 4;

    public static string Redact(string text, ActionContext context)
    {
        Connection? connection = context.Session.Connection;
        foreach (VariableDescriptor variable in context.Runtime.Connector.Variables)
        {
            if (variable.IsSecret)
            {
                text = Without(text, context.Runtime.Values.GetValueOrDefault(variable.Name));
                text = Without(text, connection?.Variables.GetValueOrDefault(variable.Name));
            }
        }

        foreach (Token token in connection?.Tokens.Values ?? [])
        {
            text = Without(Without(text, token.Value), token.Refresh);
        }

        return text;
    }

    private static string Without(string text, string? secret) =>
        secret is { Length: >= ShortestSecret } ? text.Replace(secret, "[secret]", StringComparison.Ordinal) : text;
}
