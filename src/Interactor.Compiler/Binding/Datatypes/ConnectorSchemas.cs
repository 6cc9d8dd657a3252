using Interactor.Compiler.Binding.Settings;
using Interactor.Compiler.Schemas;
using Interactor.Compiler.Schemas.Dialects;
using Interactor.Compiler.Schemas.Keywords;
using Interactor.Compiler.Schemas.Normal;
using Interactor.Compiler.Schemas.Resources;
using Interactor.Compiler.Schemas.Units;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Datatypes;

/// <summary>
/// The schemas of a connector. Whichever files they stand in, they are one document, <c>{ datatypes: … }</c>, and references are seen from there;
/// schemas that stand inline in actions see the same.
/// </summary>
internal sealed class ConnectorSchemas : IDatatypeSources
{
    private const string Key = "datatypes";

    private readonly SchemaFrontEnd _frontEnd;
    private readonly SchemaResource _document;

    /// <param name="settings">The connector's own file.</param>
    /// <param name="datatypes">By name, each name once.</param>
    /// <param name="actions">Where inline schemas stand, and in them references to parts of datatypes.</param>
    /// <param name="origin">What is written in them.</param>
    public ConnectorSchemas(BindingContext context, SyntaxNode settings, IReadOnlyList<MappingEntry> datatypes, IReadOnlyList<SyntaxNode> actions, SchemaOrigin origin)
    {
        SchemaReport report = new(context.Diagnostics, isStrict: origin.Dialect == Dialect.Connector, isLenient: origin.IsLenient);
        _frontEnd = new SchemaFrontEnd(origin.Dialect, SchemaAssertions.Format | SchemaAssertions.Content, report, hasExpressions: true, context.Cancellation);
        MappingNode root = NormalNodes.Mapping(settings, Key, NormalNodes.Mapping(settings, [.. datatypes]));
        _document = _frontEnd.Library.Read(root, "", "/" + Key);
        foreach (MappingEntry datatype in datatypes.Where(d => !SchemaValue.Is(d.Value)))
        {
            report.Wrong(datatype.Value, SchemaValue.Form, "A schema");
        }

        All = WriteAll([.. datatypes.Where(d => SchemaValue.Is(d.Value))], Targets(actions));
    }

    public IReadOnlyList<DatatypeSource> All { get; }

    public IReadOnlyList<DatatypeSource> InTextOf(string home) => throw new NotSupportedException("Each datatype of a connector has its own text.");

    public IReadOnlyList<DatatypeSource> Write(SyntaxNode schema)
    {
        if (!SchemaValue.Is(schema))
        {
            return [new DatatypeSource("", schema)];
        }

        SchemaLocation location = _document.Find(schema) ?? _frontEnd.Library.ReadUnknown(_document, schema, "");
        IReadOnlyList<SchemaUnit> units = _frontEnd.WriteMore(location);
        IEnumerable<SchemaUnit> more = units.Skip(1);
        SyntaxNode first = units[0].Node!;
        if (units[0].IsReferredTo || units[0].IsStart)
        {
            first = NormalNodes.Mapping(schema, "$ref", SchemaWriter.ReferenceTo(schema, units[0]));
            more = units[0].IsStart ? more : units;
        }

        return [new DatatypeSource("", first), .. more.Select(u => new DatatypeSource(u.Key, u.Node!, IsWanted: false))];
    }

    private List<DatatypeSource> WriteAll(MappingEntry[] datatypes, IReadOnlyList<SchemaLocation> targets)
    {
        IReadOnlyList<SchemaUnit> units = _frontEnd.Write([.. datatypes.Select(d => (_document.Find(d.Value)!, (string?)d.Key.Text))], targets);
        List<DatatypeSource> sources = [];
        for (int i = 0; i < units.Count; i++)
        {
            // Two names for one node: the second is another name of the first.
            SchemaUnit unit = units[i];
            string key = i < datatypes.Length ? datatypes[i].Key.Text : unit.Key;
            SyntaxNode node = key == unit.Key ? unit.Node! : NormalNodes.Mapping(unit.Location.Node, "$ref", SchemaWriter.ReferenceTo(unit.Location.Node, unit));
            sources.Add(new DatatypeSource(key, node, IsWanted: i < datatypes.Length));
        }

        return sources;
    }

    // What an action refers to inside a datatype must be known before the datatype is written, so that both have one type.
    private List<SchemaLocation> Targets(IEnumerable<SyntaxNode> actions)
    {
        List<SchemaLocation> targets = [];
        foreach (SyntaxNode action in actions)
        {
            AddTargets(action, targets);
        }

        return targets;
    }

    private void AddTargets(SyntaxNode node, List<SchemaLocation> targets)
    {
        if (node is SequenceNode list)
        {
            foreach (SyntaxNode item in list.Items)
            {
                AddTargets(item, targets);
            }
        }
        else if (node is MappingNode mapping)
        {
            foreach (MappingEntry entry in mapping.Entries)
            {
                if (entry is { Key.Text: "$ref" or "$dynamicRef", Value: ScalarNode reference } && _frontEnd.Resolver.Find(_document.Root, reference.Text) is { } target)
                {
                    targets.Add(target);
                }
                else
                {
                    AddTargets(entry.Value, targets);
                }
            }
        }
    }
}
