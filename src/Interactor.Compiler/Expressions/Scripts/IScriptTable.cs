using Interactor.Compiler.Model;

namespace Interactor.Compiler.Expressions;

/// <summary>The scripts of a connector.</summary>
public interface IScriptTable
{
    public IEnumerable<string> Names { get; }

    /// <summary>Asked for only where a script can be called.</summary>
    public ScriptSignature? Find(string name);

    /// <summary>What the schema of a record asks for, which its C# type alone does not say.</summary>
    public RecordModel? FindRecord(string csharpName);
}
