using Interactor.Runtime.Security;

namespace Interactor.Runtime.Execution;

/// <summary>Takes the secrets of a call out of text that the provider wrote: some providers repeat a refused key in their message.</summary>
internal static class SecretRedactor
{
    // Shorter values would match by accident, and are no secrets.
    private const int ShortestSecret = 4;

    public static string Redact(string text, ActionContext context)
    {
        // The longest first: a secret inside of a longer one would leave the rest of that one readable.
        foreach (string form in SecretForms.Of(SecretsOf(context), ValuesOf(context)).OrderByDescending(static form => form.Length))
        {
            text = text.Replace(form, "[secret]", StringComparison.Ordinal);
        }

        return text;
    }

    private static HashSet<string> SecretsOf(ActionContext context)
    {
        HashSet<string> secrets = new(StringComparer.Ordinal);
        foreach (VariableDescriptor variable in context.Runtime.Connector.Variables)
        {
            if (variable.IsSecret)
            {
                Add(secrets, context.Runtime.Values.GetValueOrDefault(variable.Name));
                Add(secrets, context.Session.Connection?.Variables.GetValueOrDefault(variable.Name));
            }
        }

        foreach (Token token in context.Session.Connection?.Tokens.Values ?? [])
        {
            Add(secrets, token.Value);
            Add(secrets, token.Refresh);
            Add(secrets, token.Secret);
        }

        return secrets;
    }

    // Any value may be the user name beside a secret.
    private static IEnumerable<string> ValuesOf(ActionContext context) =>
        context.Runtime.Values.Values.Concat(context.Session.Connection?.Variables.Values ?? []);

    private static void Add(HashSet<string> secrets, string? secret)
    {
        if (secret is { Length: >= ShortestSecret })
        {
            secrets.Add(secret);
        }
    }
}
