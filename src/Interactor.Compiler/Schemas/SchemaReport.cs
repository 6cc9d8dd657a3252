using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Syntax;
using Interactor.Compiler.Text;

namespace Interactor.Compiler.Schemas;

/// <summary>The findings about schemas. Those in files that are compiled on their own are told there, and only there.</summary>
/// <param name="diagnostics">Where they go.</param>
/// <param name="own">The paths of the files whose findings count; null for every file.</param>
/// <param name="isStrict">The schemas are ours, so that habits of other people's are mistakes.</param>
/// <param name="isLenient">Nobody here can mend the schemas: findings are notes, and what cannot be used is left out.</param>
internal sealed class SchemaReport(DiagnosticBag diagnostics, IReadOnlyCollection<string>? own = null, bool isStrict = false, bool isLenient = false)
{
    public bool IsStrict => isStrict;

    public bool IsLenient => isLenient;

    public void Add(DiagnosticDescriptor descriptor, SyntaxNode at, params string[] arguments) => Add(descriptor, at, at.Location, arguments);

    /// <summary>Reports a part of a node.</summary>
    public void Add(DiagnosticDescriptor descriptor, SyntaxNode at, Location place, params string[] arguments)
    {
        if (own is null || own.Contains(at.File.Path))
        {
            diagnostics.Report(isLenient ? descriptor.AsNote : descriptor, place, arguments);
        }
    }

    /// <summary>Reports a value of the wrong kind.</summary>
    /// <returns>False: such a value is of no use.</returns>
    public bool Wrong(SyntaxNode value, string wanted, string what = "The value of this keyword") => Wrong(value, wanted, what, NodeKind.Describe(value));

    /// <summary>Reports a value that may be of the right kind and is wrong all the same, as it is.</summary>
    /// <returns>False: such a value is of no use.</returns>
    public bool WrongValue(SyntaxNode value, string wanted) => Wrong(value, wanted, "The value of this keyword", value switch
    {
        ScalarNode { Kind: ScalarKind.Integer or ScalarKind.Float } number => number.Text,
        SequenceNode { Items.Count: 0 } => "an empty list",
        _ => NodeKind.Describe(value),
    });

    private bool Wrong(SyntaxNode value, string wanted, string what, string found)
    {
        Add(StructureDiagnostics.WrongType, value, what, wanted, found);
        return false;
    }
}
