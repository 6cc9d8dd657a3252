using Interactor.Import.Findings;
using Interactor.Import.Model;
using Interactor.Import.Naming;

namespace Interactor.Import.OpenApi;

/// <summary>The methods of a connector while operations ask for them: one for each set of schemes.</summary>
internal sealed class SecurityMethods(ImportContext context, CredentialVariables credentials)
{
    private readonly Dictionary<string, string> _ids = new(StringComparer.Ordinal);
    private readonly UniqueNames _names = new();
    private readonly List<ImportedSecurityMethod> _methods = [];

    /// <summary>In the order of their ids.</summary>
    public IReadOnlyList<ImportedSecurityMethod> All => [.. _methods.OrderBy(m => m.Id, StringComparer.Ordinal)];

    public string IdOf(SecurityRequirement requirement)
    {
        SecurityScheme[] schemes = Reduced(requirement);
        string key = string.Join('\n', schemes.Select(s => s.Name));
        if (_ids.TryGetValue(key, out string? id))
        {
            return id;
        }

        string name = schemes.Length == 0 ? "none" : string.Join('-', schemes.Select(s => Words.Joined(s.Name)).Where(w => w.Length > 0));
        id = _names.Claim([IdText.Of([name], "method")], "-");
        _ids.Add(key, id);
        _methods.Add(Build(id, schemes));
        return id;
    }

    // The strongest first; of two that fill one place of the request, only the stronger can be sent.
    private SecurityScheme[] Reduced(SecurityRequirement requirement)
    {
        List<SecurityScheme> schemes = [];
        foreach (SecurityScheme scheme in requirement.Schemes.Select(s => s.Scheme).OrderBy(s => s.Kind).ThenBy(s => s.Name, StringComparer.Ordinal))
        {
            if (schemes.Find(s => s.Slot == scheme.Slot) is { } stronger)
            {
                context.Log.Add(ImportRules.SecuritySlot, scheme.Place, stronger.Name, scheme.Name);
            }
            else
            {
                schemes.Add(scheme);
            }
        }

        schemes.RemoveAll(s => s.Kind == SchemeKind.None && schemes.Count > 1);
        return [.. schemes];
    }

    private ImportedSecurityMethod Build(string id, SecurityScheme[] schemes)
    {
        if (schemes.Length == 0)
        {
            return new ImportedSecurityMethod(id, "none", DefinitionValue.Mapping.Empty);
        }

        (string kind, DefinitionValue.Mapping settings) = MethodSettings.Of(schemes[0], credentials, id);
        DefinitionValue.Mapping apply = ApplySettings.Of(schemes, credentials, id);
        return new ImportedSecurityMethod(id, kind, apply.IsEmpty ? settings : settings.With("apply", apply));
    }
}
