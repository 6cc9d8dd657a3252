using Interactor.Compiler.Diagnostics;
using Interactor.Import.Documents;
using Interactor.Import.Findings;
using Interactor.Import.Model;

namespace Interactor.Import.Overlays;

/// <summary>Changes, adds and takes away variables.</summary>
internal sealed class VariableOverlay(FindingLog log)
{
    private static readonly string[] Keys =
        ["name", "summary", "type", "scope", "secret", "required", "default", "pattern", "enum", "askFor", "guide"];

    public ImportedConnector ApplyTo(ImportedConnector connector, DocumentPlace? variables)
    {
        List<ImportedVariable> all = [.. connector.Variables];
        foreach (DocumentPlace entry in variables.Entries(log))
        {
            int index = all.FindIndex(v => v.Name == entry.Token);
            if (index < 0 && !IsUsed(entry))
            {
                log.Add(OverlayRules.Unused, OverlayPlace.KeyOf(entry), entry.Pointer, entry.Token, Nearest.Hint(entry.Token, all.Select(v => v.Name)));
            }
            else if (index < 0)
            {
                all.Add(Changed(new ImportedVariable(entry.Token), entry));
            }
            else if (entry.IsNull)
            {
                all.RemoveAt(index);
            }
            else
            {
                all[index] = Changed(all[index], entry);
            }
        }

        return connector with { Variables = all };
    }

    private ImportedVariable Changed(ImportedVariable variable, DocumentPlace entry)
    {
        foreach (DocumentPlace member in entry.Entries(log))
        {
            variable = member.Token switch
            {
                "name" => variable with { Title = member.Data(log) },
                "summary" => variable with { Summary = member.Data(log) },
                "type" => variable with { Type = member.Data(log) ?? variable.Type },
                "scope" => variable with { IsOfApp = member.Data(log) == "app" },
                "secret" => variable with { IsSecret = member.Switch(log) ?? variable.IsSecret },
                "required" => variable with { IsRequired = member.Switch(log) },
                "default" => variable with { Default = member.IsNull ? null : member.Data(log) },
                "pattern" => variable with { Pattern = member.IsNull ? null : member.Data(log) },
                "enum" => variable with { Choices = Texts(member) },
                "askFor" => variable with { AskFor = Texts(member) },
                "guide" => variable with { Guide = member.Data(log) },
                _ => Unknown(variable, member),
            };
        }

        return variable;
    }

    private ImportedVariable Unknown(ImportedVariable variable, DocumentPlace member)
    {
        member.UnknownKey("a variable", Keys, log);
        return variable;
    }

    private string[] Texts(DocumentPlace place) => place.IsNull ? [] : [.. place.List(log).Select(i => i.Text!)];

    // A new variable that nothing uses is a name that was mistyped.
    private static bool IsUsed(DocumentPlace entry) => entry.Document.File.Text.Contains("variables." + entry.Token, StringComparison.Ordinal);
}
