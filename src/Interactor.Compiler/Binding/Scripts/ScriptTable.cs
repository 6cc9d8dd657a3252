using Interactor.Compiler.Binding.Datatypes;
using Interactor.Compiler.Expressions;
using Interactor.Compiler.Model;

namespace Interactor.Compiler.Binding.Scripts;

/// <summary>The scripts by name. Their names are known from the start, their types once the datatypes are.</summary>
internal sealed class ScriptTable(IEnumerable<string> names, TypeTable types) : IScriptTable
{
    private readonly HashSet<string> _names = new(names, StringComparer.Ordinal);
    private readonly Dictionary<string, ScriptSignature> _signatures = new(StringComparer.Ordinal);

    public IEnumerable<string> Names => _names;

    public ScriptSignature? Find(string name) => _signatures.TryGetValue(name, out ScriptSignature? signature) ? signature : null;

    public RecordModel? FindRecord(string csharpName) => types.Find(csharpName) as RecordModel;

    public void Add(ScriptSignature signature) => _signatures[signature.Name] = signature;
}
