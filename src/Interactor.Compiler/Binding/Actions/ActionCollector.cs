using System.Globalization;
using Interactor.Compiler.Binding.Naming;
using Interactor.Compiler.Binding.Settings;
using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Actions;

/// <summary>Reads ids and versions of all actions and decides which major is the newest of its id.</summary>
internal sealed class ActionCollector(BindingContext context)
{
    private readonly List<(string Id, string Version, int Major, SyntaxNode Place, MappingReader Reader)> _found = [];

    /// <summary>Adds an action that stands under its id in <c>actions:</c>, or in a file of its own.</summary>
    /// <param name="node">The action's mapping.</param>
    /// <param name="key">The key that names it, where there is one.</param>
    /// <param name="fileName">The file's name without its extension, where the file holds one action.</param>
    public void Add(SyntaxNode node, ScalarNode? key, string? fileName)
    {
        if (context.ReadMapping(node, key is null ? "an action" : $"the action '{key.Text}'") is not { } reader)
        {
            return;
        }

        ScalarNode? id = key is null ? reader.RequireScalar("id") : reader.TakeScalar("id") ?? key;
        ScalarNode? version = reader.RequireScalar("version");
        if (id is null || version is null)
        {
            return;
        }

        if (!Identifier.IsId(id.Text))
        {
            context.Report(StructureDiagnostics.InvalidId, id, id.Text);
        }
        else if (!Identifier.IsVersion(version.Text))
        {
            context.Report(StructureDiagnostics.InvalidVersion, version, version.Text);
        }
        else
        {
            int major = int.Parse(version.Text.Substring(0, version.Text.IndexOf('.')), CultureInfo.InvariantCulture);
            CheckFileName(fileName, id, major);
            _found.Add((id.Text, version.Text, major, id, reader));
        }
    }

    /// <summary>Every action, by id and major, each major once.</summary>
    public IReadOnlyList<ActionSource> Collect()
    {
        List<ActionSource> actions = [];
        NameScope prefixes = new([]);
        foreach (var versions in _found.GroupBy(a => a.Id).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            string name = PascalCase.Of(versions.Key);
            int newest = versions.Max(v => v.Major);
            foreach (var majors in versions.GroupBy(v => v.Major).OrderBy(g => g.Key))
            {
                var first = majors.First();
                foreach (var again in majors.Skip(1))
                {
                    context.Report(StructureDiagnostics.DuplicateDefinition, again.Place, "action", $"{again.Id} {again.Version}", first.Place.Location.ToString());
                }

                bool isNewest = first.Major == newest;
                string suffix = isNewest ? "" : "V" + first.Major.ToString(CultureInfo.InvariantCulture);
                actions.Add(new ActionSource(first.Id, first.Major, first.Version, first.Place, first.Reader) { TypePrefix = prefixes.Claim(name + suffix, "Action"), IsNewest = isNewest });
            }
        }

        return actions;
    }

    private void CheckFileName(string? fileName, ScalarNode id, int major)
    {
        string versioned = $"{id.Text}@{major.ToString(CultureInfo.InvariantCulture)}";
        if (fileName is not null && fileName != id.Text && fileName != versioned)
        {
            context.Report(StructureDiagnostics.FileNameMismatch, id, "action", id.Text, $"{id.Text}.yaml or {versioned}.yaml");
        }
    }
}
