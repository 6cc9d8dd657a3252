using Interactor.Import.Findings;
using Interactor.Import.Model;

namespace Interactor.Import.OpenApi;

/// <summary>Reads the path of an operation: its variables, and what follows a question mark or a hash sign.</summary>
internal sealed class PathReader(ImportContext context, Operation operation, List<SpecParameter> parameters)
{
    private readonly Dictionary<string, SpecParameter> _variables = new(StringComparer.Ordinal);
    private readonly List<ImportedParameter> _query = [];

    /// <summary>Finds the parameter of each variable; adds one where the document forgot it.</summary>
    public void Declare()
    {
        foreach (string name in PathText.VariablesOf(operation.Path).Distinct())
        {
            SpecParameter? parameter = Declared(name);
            if (parameter is null)
            {
                context.Log.Add(ImportRules.PathParameterUndeclared, operation.Place, name);
                parameter = new SpecParameter(name, "path", operation.Place, ImportedSchema.PlainText) { IsRequired = true };
                parameters.Add(parameter);
            }

            _variables.Add(name, parameter);
        }
    }

    public bool IsUsed(SpecParameter parameter) => _variables.ContainsValue(parameter);

    public DefinitionText Read(InputNames names)
    {
        DefinitionText path = Write(PathText.WithoutQuery(operation.Path), names);
        ReadPairs(names);
        return path.Written.StartsWith('/') ? path : DefinitionText.Of("/") + path;
    }

    /// <summary>What the path says about the query, without what parameters say already.</summary>
    public IEnumerable<ImportedParameter> Query(IReadOnlyList<ImportedParameter> declared) =>
        _query.Where(q => declared.All(d => d.Name != q.Name));

    // Names in the path that differ in case only are the same to whoever wrote them.
    private SpecParameter? Declared(string name) =>
        parameters.Find(p => p.In == "path" && p.Name == name)
        ?? parameters.Find(p => p.In == "path" && string.Equals(p.Name, name, StringComparison.OrdinalIgnoreCase));

    private DefinitionText Write(string text, InputNames names)
    {
        DefinitionText path = DefinitionText.Of("");
        foreach ((string piece, bool isVariable) in PathText.Pieces(text))
        {
            path += !isVariable ? Fixed(piece)
                : _variables[piece].Fixed is { } value ? DefinitionText.Of(Uri.EscapeDataString(value))
                : DefinitionText.PathValue(names.Of(_variables[piece]));
        }

        return path;

        static DefinitionText Fixed(string piece) => DefinitionText.Of(piece.Replace("{", "%7B").Replace("}", "%7D"));
    }

    // x-ms-paths tell operations apart by fixed parameters; collections of documents write them behind a hash sign.
    private void ReadPairs(InputNames names)
    {
        foreach (string pair in PathText.PairsOf(operation.Path))
        {
            int equals = pair.IndexOf('=');
            string name = Uri.UnescapeDataString(equals < 0 ? pair : pair[..equals]);
            if (parameters.Exists(p => p.In != "path" && p.Name == name) || _query.Exists(q => q.Name == name))
            {
                continue;
            }

            bool isName = name.Length > 0 && name.All(c => c is > ' ' and <= '~' and not ('{' or '}' or '/'));
            if (!isName)
            {
                context.Log.Add(ImportRules.PathFragmentDropped, operation.Place, pair);
                continue;
            }

            string value = equals < 0 ? "" : pair[(equals + 1)..];
            _query.Add(new ImportedParameter(name, value is ['{', .., '}'] && _variables.TryGetValue(value[1..^1], out SpecParameter? parameter) && parameter.Fixed is null
                ? DefinitionText.Of(ExpressionText.Input(names.Of(parameter)))
                : DefinitionText.Of(Uri.UnescapeDataString(value))));
            context.Log.Add(ImportRules.PathFragment, operation.Place, pair);
        }
    }
}
