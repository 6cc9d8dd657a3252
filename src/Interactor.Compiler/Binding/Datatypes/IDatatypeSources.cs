using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Datatypes;

/// <summary>The schemas that types are made of, in normal form.</summary>
internal interface IDatatypeSources
{
    /// <summary>The named ones, and those that references lead to.</summary>
    public IReadOnlyList<DatatypeSource> All { get; }

    /// <summary>The schemas whose text is in the class of one datatype, itself among them.</summary>
    public IReadOnlyList<DatatypeSource> InTextOf(string home);

    /// <summary>Writes a schema that stands inline.</summary>
    /// <returns>The schema, and after it those that only it leads to.</returns>
    public IReadOnlyList<DatatypeSource> Write(SyntaxNode schema);
}
