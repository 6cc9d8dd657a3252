using Interactor.Compiler.Binding.Datatypes;
using Interactor.Compiler.Binding.Naming;
using Interactor.Compiler.Binding.Xml;
using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding;

/// <summary>What every binder of one connector shares.</summary>
internal sealed class BindingContext
{
    public BindingContext(DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        Diagnostics = diagnostics;
        Cancellation = cancellation;
        Names = new NameOverrides(this, file: null);
        Types = new TypeTable(Names);
    }

    public DiagnosticBag Diagnostics { get; }

    public CancellationToken Cancellation { get; }

    /// <summary>The schemas are somebody else's, whom nobody here can ask for better ones.</summary>
    public bool IsLenient { get; set; }

    /// <summary>The names that a names file gives.</summary>
    public NameOverrides Names { get; private set; }

    /// <summary>The types that the connector's schemas give.</summary>
    public TypeTable Types { get; private set; }

    /// <summary>Takes the names of a names file. Called before any type is bound.</summary>
    public void UseNames(SyntaxNode? file)
    {
        Names = new NameOverrides(this, file);
        Types = new TypeTable(Names);
    }

    /// <summary>The shapes of XML bodies; null as long as the connector's schemas are not known.</summary>
    public XmlShapeTable? Xml { get; set; }

    public void Report(DiagnosticDescriptor descriptor, SyntaxNode at, params string[] arguments) =>
        Diagnostics.Report(descriptor, at.Location, arguments);

    /// <summary>Reads <paramref name="node"/> as a mapping, or reports that it is none.</summary>
    public MappingReader? ReadMapping(SyntaxNode? node, string what)
    {
        switch (node)
        {
            case null:
                return null;
            case MappingNode mapping:
                return new MappingReader(mapping, this, what);
            default:
                Report(StructureDiagnostics.WrongType, node, Capital(what), "a mapping", NodeKind.Describe(node));
                return null;
        }
    }

    /// <summary>The mappings under <paramref name="node"/> by name: <c>datatypes</c>, <c>variables</c>, <c>servers</c>.</summary>
    public IEnumerable<MappingEntry> ReadEntries(SyntaxNode? node, string what)
    {
        switch (node)
        {
            case null:
                return [];
            case MappingNode mapping:
                return mapping.Entries;
            default:
                Report(StructureDiagnostics.WrongType, node, Capital(what), "a mapping of names", NodeKind.Describe(node));
                return [];
        }
    }

    internal static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text.Substring(1);
}
