using System.Globalization;
using System.Text.RegularExpressions;
using Interactor.Compiler.Binding.Naming;
using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Model;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Settings;

/// <summary>Binds variables (language, chapter 6).</summary>
internal sealed class VariableBinder(BindingContext context)
{
    public EquatableArray<VariableModel> Bind(IReadOnlyList<MappingEntry> entries, string optionsType)
    {
        Dictionary<string, string> names = new NameScope(ReservedNames.InOptions(optionsType)).ClaimAll(entries.Select(e => e.Key.Text), "Value");
        List<VariableModel> variables = [];
        foreach (MappingEntry entry in entries)
        {
            if (!Identifier.IsWord(entry.Key.Text))
            {
                context.Report(StructureDiagnostics.InvalidName, entry.Key, entry.Key.Text, "a variable name: use letters, digits and '_'");
            }
            else if (context.ReadMapping(entry.Value, $"the variable '{entry.Key.Text}'") is { } reader)
            {
                variables.Add(BindOne(entry.Key.Text, names[entry.Key.Text], reader));
            }
        }

        return variables.ToEquatableArray();
    }

    private VariableModel BindOne(string name, string csharpName, MappingReader reader)
    {
        VariableKind kind = reader.TakeChoice(
            "type",
            VariableKind.Text,
            ("string", VariableKind.Text),
            ("integer", VariableKind.Integer),
            ("number", VariableKind.Number),
            ("boolean", VariableKind.Boolean));
        ScalarNode? fallback = reader.TakeScalar("default");
        if (fallback is not null && !Fits(fallback.Text, kind))
        {
            context.Report(StructureDiagnostics.WrongType, fallback, "The default", Describe(kind), NodeKind.Describe(fallback));
        }

        IReadOnlyList<ScalarNode> allowed = reader.TakeScalars("enum");
        if (fallback is not null && allowed.Count > 0 && allowed.All(a => a.Text != fallback.Text))
        {
            context.Report(StructureDiagnostics.WrongType, fallback, "The default", "one of the values of its enum", $"'{fallback.Text}'");
        }

        VariableModel variable = new()
        {
            Name = name,
            CSharpName = csharpName,
            Title = reader.TakeText("name") ?? name,
            Summary = reader.TakeText("summary"),
            Scope = reader.TakeChoice("scope", VariableScope.Account, ("app", VariableScope.App), ("account", VariableScope.Account)),
            Kind = kind,
            IsSecret = reader.TakeBoolean("secret"),
            IsRequired = reader.TakeBoolean("required", otherwise: fallback is null),
            Pattern = BindPattern(reader),
            Default = reader.TakeText("default"),
            Allowed = allowed.Select(JsonText.Plain).ToEquatableArray(),
            AskFor = reader.TakeScalars("askFor").Select(s => s.Text).ToEquatableArray(),
            Guide = reader.TakeText("guide"),
        };
        reader.Done();
        return variable;
    }

    private string? BindPattern(MappingReader reader)
    {
        if (reader.TakeScalar("pattern") is not { } scalar)
        {
            return null;
        }

        try
        {
            _ = new Regex(JsonText.Plain(scalar), RegexOptions.CultureInvariant);
            return JsonText.Plain(scalar);
        }
        catch (ArgumentException error)
        {
            context.Report(DatatypeDiagnostics.InvalidPattern, scalar, error.Message);
            return null;
        }
    }

    private static bool Fits(string text, VariableKind kind) => kind switch
    {
        VariableKind.Integer => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        VariableKind.Number => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _),
        VariableKind.Boolean => text is "true" or "false",
        _ => true,
    };

    private static string Describe(VariableKind kind) => kind switch
    {
        VariableKind.Integer => "an integer",
        VariableKind.Number => "a number",
        VariableKind.Boolean => "true or false",
        _ => "text",
    };
}
