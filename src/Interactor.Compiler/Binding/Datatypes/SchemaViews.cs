using Interactor.Compiler.Schemas.Normal;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Datatypes;

/// <summary>
/// The two faces of a datatype (OpenAPI 3.1, <c>readOnly</c> and <c>writeOnly</c>): what a service answers with has no members that are
/// written only, and what it is sent has none that are read only.
/// </summary>
internal sealed class SchemaViews
{
    private const string RequestMark = ":request";

    private readonly Dictionary<string, SyntaxNode> _datatypes;
    private readonly Dictionary<string, string> _requestKeys;
    private readonly Dictionary<string, string> _names;
    private readonly ViewProjector _request;
    private readonly ViewProjector _response;

    public SchemaViews(IReadOnlyList<DatatypeSource> datatypes)
    {
        _datatypes = datatypes.ToDictionary(d => d.Key, d => d.Node, StringComparer.Ordinal);
        _response = new ViewProjector("writeOnly", NodeOf, static reference => reference);
        _request = new ViewProjector("readOnly", NodeOf, reference => DatatypeBinder.KeyIn(reference) is { } name && _requestKeys!.TryGetValue(name, out string? key) ? SchemaWriter.ReferencePrefix + key : reference);
        _requestKeys = Differing().OrderBy(n => n, StringComparer.Ordinal).ToDictionary(n => n, KeyFor, StringComparer.Ordinal);
        _names = _requestKeys.ToDictionary(k => k.Value, k => k.Key, StringComparer.Ordinal);
    }

    /// <summary>The keys of datatypes as they are sent, where that differs from what is answered.</summary>
    public IEnumerable<string> RequestKeys => _names.Keys;

    public bool IsRequest(string key) => _names.ContainsKey(key);

    /// <summary>The wire name of the datatype with a key.</summary>
    public string NameOf(string key) => _names.TryGetValue(key, out string? name) ? name : key;

    /// <summary>The schema of the datatype with a key.</summary>
    public SyntaxNode SchemaOf(string key) => IsRequest(key) ? Request(_datatypes[NameOf(key)]) : Response(_datatypes[key]);

    /// <summary>A schema as it is answered with.</summary>
    public SyntaxNode Response(SyntaxNode schema) => _response.Project(schema);

    /// <summary>A schema as it is sent.</summary>
    public SyntaxNode Request(SyntaxNode schema) => _request.Project(schema);

    /// <summary>The schema of an input, whose own members are all sent, whatever a document says about them.</summary>
    public SyntaxNode Input(SyntaxNode schema) => _request.ProjectParts(schema);

    private SyntaxNode? NodeOf(string reference) =>
        DatatypeBinder.KeyIn(reference) is { } name && _datatypes.TryGetValue(name, out SyntaxNode? node) ? node : null;

    private string KeyFor(string name)
    {
        string key = name + RequestMark;
        while (_datatypes.ContainsKey(key))
        {
            key += RequestMark;
        }

        return key;
    }

    // A datatype differs when one of its own members does, or a datatype that it refers to.
    private HashSet<string> Differing()
    {
        Dictionary<string, List<string>> users = new(StringComparer.Ordinal);
        HashSet<string> differing = new(StringComparer.Ordinal);
        foreach (KeyValuePair<string, SyntaxNode> datatype in _datatypes)
        {
            ViewProjector.Visit(datatype.Value, schema =>
            {
                if (_request.HasMarked(schema) || _response.HasMarked(schema))
                {
                    differing.Add(datatype.Key);
                }

                if (schema.Find("$ref") is ScalarNode reference && DatatypeBinder.KeyIn(reference.Text) is { } target)
                {
                    AddTo(users, target, datatype.Key);

                    // A base is all of those who extend it.
                    if (_datatypes.TryGetValue(target, out SyntaxNode? node) && node is MappingNode root && root.Find("discriminator") is not null)
                    {
                        AddTo(users, datatype.Key, target);
                    }
                }
            });
        }

        Stack<string> open = new(differing);
        while (open.Count > 0)
        {
            foreach (string user in users.TryGetValue(open.Pop(), out List<string>? all) ? all : [])
            {
                if (differing.Add(user))
                {
                    open.Push(user);
                }
            }
        }

        return differing;
    }

    private static void AddTo(Dictionary<string, List<string>> users, string target, string user)
    {
        if (!users.TryGetValue(target, out List<string>? all))
        {
            users[target] = all = [];
        }

        all.Add(user);
    }
}
