using Interactor.Compiler.Binding.Datatypes;
using Interactor.Compiler.Binding.Naming;
using Interactor.Compiler.Binding.Settings;
using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Expressions;
using Interactor.Compiler.Model;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Scripts;

/// <summary>Binds <c>scripts</c>: functions in files beside the definition, with the types of what they take and give.</summary>
internal sealed class ScriptBinder(BindingContext context, DatatypeBinder datatypes, ScriptFiles files, ScriptTable table, string className, bool allowsCSharp)
{
    private const string JavaScript = "javascript";
    private const string CSharp = "csharp";

    /// <summary>Binds every script and tells the table what expressions need of it.</summary>
    public EquatableArray<ScriptModel> Bind(IReadOnlyList<MappingEntry> scripts)
    {
        Dictionary<string, string> names = new NameScope([]).ClaimAll(scripts.Select(s => s.Key.Text));
        List<ScriptModel> bound = [];
        foreach (MappingEntry script in scripts.OrderBy(s => s.Key.Text, StringComparer.Ordinal))
        {
            string name = script.Key.Text;
            if (!Identifier.IsWord(name))
            {
                context.Report(StructureDiagnostics.InvalidName, script.Key, name, "the name of a script: use letters, digits and '_'");
            }
            else if (context.ReadMapping(script.Value, $"the script '{name}'") is { } reader && Bind(name, names[name], reader) is { } model)
            {
                bound.Add(model);
            }
        }

        files.ReportUnused();
        return bound.ToEquatableArray();
    }

    private ScriptModel? Bind(string name, string csharpName, MappingReader reader)
    {
        // The underscore keeps these names apart from those of types, which hide nothing then.
        string member = csharpName + "_Script";
        ContractModel? input = reader.Take("input") is { } taken ? datatypes.BindInline(taken, csharpName + "ScriptInput") : null;
        ContractModel output = reader.Take("output") is { } given ? datatypes.BindInline(given, csharpName + "ScriptOutput") : new ContractModel(new AnyTypeModel(), null);
        ScriptFile? file = BindFile(reader);
        string function = BindFunction(reader, file) ?? name;
        reader.Done();
        table.Add(new ScriptSignature(name, new ScriptReference(className, member), input?.Type, output));
        return file is null
            ? null
            : new ScriptModel { Name = name, Member = member, FileName = file.Path, Code = CodeOf(file, csharpName, function), Input = input, Output = output };
    }

    // JavaScript reads every end of a line as LF and skips the mark, so that a checkout on another machine gives the same bytes.
    private static string Plain(string text) => text.TrimStart('\uFEFF').Replace("\r\n", "\n").Replace('\r', '\n');

    private static ScriptCodeModel CodeOf(ScriptFile file, string csharpName, string function) =>
        file.IsJavaScript ? new JavaScriptModel(function, Plain(file.Source.Text)) : new CSharpScriptModel(csharpName + "Async");

    private string? BindFunction(MappingReader reader, ScriptFile? file)
    {
        if (reader.TakeScalar("function") is not { } function)
        {
            return null;
        }

        if (file is { IsJavaScript: false })
        {
            context.Report(ActionDiagnostics.NoEffect, function, "function", "the method of a script in C# has the name of the script");
        }

        if (!Identifier.IsWord(function.Text.Replace('$', '_')))
        {
            context.Report(StructureDiagnostics.InvalidName, function, function.Text, "the name of a function: use letters, digits, '_' and '$'");
        }

        return function.Text;
    }

    private ScriptFile? BindFile(MappingReader reader)
    {
        string? language = reader.TakeChoice<string?>("language", null, (JavaScript, JavaScript), (CSharp, CSharp));
        if (reader.RequireScalar("file") is not { } place || files.Find(place) is not { } file)
        {
            return null;
        }

        string named = file.IsJavaScript ? JavaScript : CSharp;
        if (language is not null && language != named)
        {
            context.Report(ScriptDiagnostics.WrongLanguage, place, language, file.Path, named);
            return null;
        }

        if (!file.IsJavaScript && !allowsCSharp)
        {
            context.Report(ScriptDiagnostics.CSharpNotAllowed, place, file.Path);
            return null;
        }

        return file;
    }
}
