using System.Text;
using Interactor.Compiler.Binding;
using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Syntax;
using Interactor.Compiler.Tests.Harness;
using Interactor.Compiler.Text;

namespace Interactor.Compiler.Tests.Fuzz;

/// <summary>
/// The definition that exercises every slot of the language. It is read from YAML, and written as JSON with any of its
/// slots replaced: JSON can carry every text exactly.
/// </summary>
internal sealed class HarmlessDefinition
{
    // A file without a tree is a script, of which name and text are slots as they are.
    private readonly List<(string Path, SyntaxNode? Root, string Text)> _files = [];

    private HarmlessDefinition()
    {
        List<Slot> slots = [];
        DiagnosticBag diagnostics = new();
        foreach (SourceFile file in Definition.OfFolder(Folder).Files)
        {
            if (!DefinitionFiles.IsDefinition(file.Path))
            {
                _files.Add((file.Path, null, file.Text));
                slots.Add(new Slot(slots.Count, file.Path + ": name", IsKey: false, ScalarKind.String, file.Path));
                slots.Add(new Slot(slots.Count, file.Path + ": text", IsKey: false, ScalarKind.String, file.Text));
                continue;
            }

            SyntaxNode root = DefinitionReader.Read(file, diagnostics)!;
            _files.Add((Path.ChangeExtension(file.Path, ".json"), root, ""));
            AddSlots(root, file.Path + ":", slots);
        }

        Assert.False(diagnostics.HasErrors);
        Slots = slots;
    }

    public static string Folder { get; } = Path.Combine(RepositoryPaths.Root, "tests", "Interactor.Compiler.Tests", "Fuzz", "Harmless");

    public static HarmlessDefinition Instance { get; } = new();

    public IReadOnlyList<Slot> Slots { get; }

    /// <summary>The definition with some slots replaced, by their index.</summary>
    public ConnectorSources With(IReadOnlyDictionary<int, string> replacements)
    {
        int index = 0;
        List<(string Path, string Text)> files = [];
        foreach ((string path, SyntaxNode? root, string text) in _files)
        {
            files.Add(root is null
                ? (replacements.GetValueOrDefault(index++, path), replacements.GetValueOrDefault(index++, text))
                : (path, Write(root, replacements, ref index)));
        }

        return Definition.Of(files);
    }

    private static void AddSlots(SyntaxNode node, string path, List<Slot> slots)
    {
        switch (node)
        {
            case MappingNode mapping:
                foreach (MappingEntry entry in mapping.Entries)
                {
                    string inner = path + "/" + entry.Key.Text;
                    slots.Add(new Slot(slots.Count, inner, IsKey: true, ScalarKind.String, entry.Key.Text));
                    AddSlots(entry.Value, inner, slots);
                }

                break;
            case SequenceNode sequence:
                for (int i = 0; i < sequence.Items.Count; i++)
                {
                    AddSlots(sequence.Items[i], $"{path}/{i}", slots);
                }

                break;
            case ScalarNode scalar:
                slots.Add(new Slot(slots.Count, path, IsKey: false, scalar.Kind, scalar.Text));
                break;
        }
    }

    // Walks as AddSlots does, so that both count alike.
    private static string Write(SyntaxNode root, IReadOnlyDictionary<int, string> replacements, ref int index)
    {
        StringBuilder json = new();
        Write(json, root, replacements, ref index);
        return json.ToString();
    }

    private static void Write(StringBuilder json, SyntaxNode node, IReadOnlyDictionary<int, string> replacements, ref int index)
    {
        string separator = "";
        switch (node)
        {
            case MappingNode mapping:
                json.Append('{');
                foreach (MappingEntry entry in mapping.Entries)
                {
                    json.Append(separator);
                    WriteString(json, replacements.GetValueOrDefault(index++, entry.Key.Text));
                    json.Append(':');
                    Write(json, entry.Value, replacements, ref index);
                    separator = ",";
                }

                json.Append('}');
                break;
            case SequenceNode sequence:
                json.Append('[');
                foreach (SyntaxNode item in sequence.Items)
                {
                    json.Append(separator);
                    Write(json, item, replacements, ref index);
                    separator = ",";
                }

                json.Append(']');
                break;
            case ScalarNode scalar:
                WriteScalar(json, scalar, replacements, index++);
                break;
        }
    }

    private static void WriteScalar(StringBuilder json, ScalarNode scalar, IReadOnlyDictionary<int, string> replacements, int index)
    {
        if (replacements.TryGetValue(index, out string? replacement))
        {
            WriteString(json, replacement);
        }
        else if (scalar.Kind == ScalarKind.String)
        {
            WriteString(json, scalar.Text);
        }
        else
        {
            json.Append(scalar.Kind == ScalarKind.Null ? "null" : scalar.Text);
        }
    }

    // Written by hand: a serializer would mend lone surrogates, which are among what is tried.
    private static void WriteString(StringBuilder json, string text)
    {
        json.Append('"');
        foreach (char c in text)
        {
            _ = c is >= ' ' and <= '~' and not '"' and not '\\'
                ? json.Append(c)
                : json.Append("\\u").Append(((int)c).ToString("x4", System.Globalization.CultureInfo.InvariantCulture));
        }

        json.Append('"');
    }
}
