using Interactor.Compiler.Syntax;
using Interactor.Import.Documents;
using Interactor.Import.Findings;

namespace Interactor.Import.OpenApi;

/// <summary>
/// Turns security requirements into methods: each alternative is a method, and schemes that are needed together are one. Operations are
/// to be asked for in an order that is not the document's.
/// </summary>
internal sealed class SecurityReader
{
    private readonly ImportContext _context;
    private readonly Dictionary<string, SecurityScheme> _schemes;
    private readonly SecurityMethods _methods;
    private readonly OperationSecurity _ofDocument;

    public SecurityReader(ImportContext context, IReadOnlyList<SecurityScheme> schemes, SecurityMethods methods, IReadOnlyList<Operation> operations)
    {
        _context = context;
        _schemes = schemes.ToDictionary(s => s.Name, StringComparer.Ordinal);
        _methods = methods;
        if (context.Options.IgnoresSecurity)
        {
            _ofDocument = new OperationSecurity([], []);
            return;
        }

        bool isSaid = context.Top.Find("security") is not null || operations.Any(o => o.Place.Find("security") is not null);
        _ofDocument = context.Top.Find("security") is { } own ? Read(own) : isSaid || schemes.Count == 0 ? new OperationSecurity([], []) : Assumed(schemes);
    }

    public OperationSecurity Of(Operation operation) =>
        !_context.Options.IgnoresSecurity && operation.Place.Find("security") is { } own ? Read(own) : _ofDocument;

    // Schemes that nothing refers to are a document's way of forgetting to say so.
    private OperationSecurity Assumed(IReadOnlyList<SecurityScheme> schemes)
    {
        _context.Log.Add(ImportRules.SecurityAssumed, schemes[0].Place);
        return new OperationSecurity(
            [.. schemes.Select(s => _methods.IdOf(new SecurityRequirement([(s, [])]))), _methods.IdOf(new SecurityRequirement([]))], []);
    }

    private OperationSecurity Read(DocumentPlace list)
    {
        if (list.Node is not SequenceNode)
        {
            _context.Log.Add(ImportRules.WrongForm, list, "'security'", "a list");
            return new OperationSecurity([], []);
        }

        List<string> methods = [];
        List<string> scopes = [];
        Dictionary<string, string> asked = new(StringComparer.Ordinal);
        bool isUnknownOnly = false;
        foreach (DocumentPlace alternative in list.Items)
        {
            if (ReadAlternative(alternative) is not { } requirement)
            {
                isUnknownOnly = true;
                continue;
            }

            string id = _methods.IdOf(requirement);
            if (!methods.Contains(id))
            {
                methods.Add(id);
            }

            foreach ((SecurityScheme scheme, IReadOnlyList<string> wanted) in requirement.Schemes)
            {
                AddScopes(scheme, wanted, scopes, asked, alternative);
            }
        }

        // Where all that is asked for is unknown, the document's own schemes are the best guess.
        return methods.Count == 0 && isUnknownOnly && _schemes.Count > 0
            ? new OperationSecurity([.. _schemes.Values.Select(s => _methods.IdOf(new SecurityRequirement([(s, [])])))], [])
            : new OperationSecurity(methods, scopes);
    }

    // Alternatives that differ in scopes only mean that any of them will do: the first is asked for.
    private void AddScopes(SecurityScheme scheme, IReadOnlyList<string> wanted, List<string> scopes, Dictionary<string, string> asked, DocumentPlace place)
    {
        string all = string.Join(' ', wanted);
        if (!asked.TryAdd(scheme.Name, all))
        {
            if (asked[scheme.Name] != all)
            {
                _context.Log.Add(ImportRules.SecurityScopes, place.Parent!, scheme.Name);
            }

            return;
        }

        if (scheme.Kind is SchemeKind.OAuthCode or SchemeKind.OAuthClientCredentials)
        {
            scopes.AddRange(wanted.Where(w => !scopes.Contains(w)));
        }
    }

    /// <summary>Null when nothing in it is known.</summary>
    private SecurityRequirement? ReadAlternative(DocumentPlace alternative)
    {
        List<(SecurityScheme, IReadOnlyList<string>)> schemes = [];
        bool isEmpty = true;
        foreach (DocumentPlace member in alternative.Members)
        {
            isEmpty = false;
            if (_schemes.TryGetValue(member.Token, out SecurityScheme? scheme))
            {
                schemes.Add((scheme, [.. alternative.TextsOf(member.Token).Where(s => s.Length > 0)]));
            }
            else
            {
                _context.Log.Add(ImportRules.SecurityUnknown, member, member.Token);
            }
        }

        return schemes.Count == 0 && !isEmpty ? null : new SecurityRequirement(schemes);
    }
}
