using System.Collections.Immutable;
using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Model;
using Interactor.Compiler.Syntax;
using Interactor.Compiler.Text;
using Diagnostic = Interactor.Compiler.Diagnostics.Diagnostic;

namespace Interactor.Generators;

/// <summary>A connector that is not emitted, because another one of the project has its address or its namespace.</summary>
internal sealed record RefusedConnector(string Folder, Diagnostic Diagnostic)
{
    /// <summary>Finds them; the first in the order of folders keeps what it has.</summary>
    public static EquatableArray<RefusedConnector> Among(ImmutableArray<BoundSources> connectors)
    {
        Dictionary<string, BoundSources> addresses = new(StringComparer.Ordinal);
        Dictionary<string, BoundSources> namespaces = new(StringComparer.Ordinal);
        List<RefusedConnector> refused = [];
        foreach (BoundSources connector in connectors)
        {
            if (connector.Bound.Model is not { } model)
            {
                continue;
            }

            string address = $"{model.Owner}/{model.Id}";
            if (addresses.TryGetValue(address, out BoundSources? first))
            {
                refused.Add(Refuse(connector, "address", address, first));
            }
            else if (namespaces.TryGetValue(model.Namespace, out first))
            {
                refused.Add(Refuse(connector, "namespace", model.Namespace, first));
            }
            else
            {
                addresses.Add(address, connector);
                namespaces.Add(model.Namespace, connector);
            }
        }

        return refused.ToEquatableArray();
    }

    private static RefusedConnector Refuse(BoundSources connector, string kind, string value, BoundSources first)
    {
        DiagnosticBag diagnostics = new();
        string other = Path.GetFileName(first.Sources.Folder);
        diagnostics.Report(StructureDiagnostics.DuplicateConnector, PlaceOf(connector), Path.GetFileName(connector.Sources.Folder), kind, value, other);
        return new RefusedConnector(connector.Sources.Folder, diagnostics.ToSorted()[0]);
    }

    private static Location PlaceOf(BoundSources connector)
    {
        SourceFile settings = GuardedCompiler.SettingsOf(connector.Sources);
        SyntaxNode? id = (DefinitionReader.Read(settings, new DiagnosticBag()) as MappingNode)?.Find("id");
        return id?.Location ?? settings.Locate(default);
    }
}
