using Interactor.Import.Model;

namespace Interactor.Import.Providers;

/// <summary>The client certificate that a provider demands (<c>require_client_certificate</c>), where the configuration asks for one under the names that the platform reads.</summary>
internal sealed class CertificateSlot(ProviderEntry entry, ProviderVariables variables)
{
    private const string Chain = "client_certificate";
    private const string Key = "client_private_key";

    private bool IsDemanded => entry.Find("require_client_certificate")?.Parent?.IsTrue("require_client_certificate") == true;

    /// <summary>Why the demand cannot be met; null where it can, or where there is none.</summary>
    public string? WhyNot(string mode) =>
        !IsDemanded ? null
        : mode != "OAUTH2_CC" ? "it wants a client's certificate (mTLS, 'require_client_certificate'), which the platform presents for OAUTH2_CC only"
        : new[] { Chain, Key }.FirstOrDefault(name => entry.Members("credentials").All(c => c.Token != name)) is { } lacking
            ? $"it wants a client's certificate (mTLS, 'require_client_certificate'), and 'credentials' has no '{lacking}'"
            : null;

    /// <summary>The slot of the method; null where no certificate is demanded.</summary>
    public DefinitionValue? Read() => IsDemanded ? DefinitionValue.Mapping.Empty.With("chain", Of(Chain)).With("key", Of(Key)) : null;

    private ExpressionText Of(string name)
    {
        ImportedVariable variable = variables.Imply("credentials." + name, new ImportedVariable(name) { IsSecret = true });
        ExpressionText value = ExpressionText.Variable(variable.Name);
        return variable.IsRequired == false ? value.Or(ExpressionText.Literal("")) : value;
    }
}
