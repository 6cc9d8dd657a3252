using Interactor.Compiler.Emit;
using Interactor.Compiler.Model;
using static Interactor.Compiler.Expressions.Functions.Parameters;

namespace Interactor.Compiler.Expressions.Functions;

/// <summary>CEL's text methods and the group <c>text</c>, whose functions are methods of text too.</summary>
internal static class TextFunctions
{
    private static readonly TypeModel Texts = new ListTypeModel(TextType);

    public static IReadOnlyList<FunctionEntry> All { get; } =
    [
        Row(".contains", BooleanType, "Contains", AText, AText),
        Row(".startsWith", BooleanType, "StartsWith", AText, AText),
        Row(".endsWith", BooleanType, "EndsWith", AText, AText),
        Row("matches", BooleanType, "Matches", AText, new Parameter(Checking.ConversionTarget.Text, Rule: new PatternRule())),

        Row("text.lower", TextType, "Lower", AText),
        Row("text.upper", TextType, "Upper", AText),
        Row("text.trim", TextType, "Trim", AText),
        Row("text.trimStart", TextType, "TrimStart", AText),
        Row("text.trimEnd", TextType, "TrimEnd", AText),
        Row("text.replace", TextType, "Replace", AText, AText, AText),
        Row("text.split", Texts, "Split", AText, AText),
        Row("text.join", TextType, "Join", ATextList, OptionalText),
        Row("text.substring", TextType, "Substring", AText, AnInteger, OptionalInteger) with { CanFail = true },
        Row("text.truncate", TextType, "Truncate", AText, AnInteger) with { CanFail = true },
        Row("text.before", TextType, "Before", AText, AText),
        Row("text.after", TextType, "After", AText, AText),
        Row("text.indexOf", IntegerType, "IndexOf", AText, AText),
        Row("text.lastIndexOf", IntegerType, "LastIndexOf", AText, AText),
        Row("text.padLeft", TextType, "PadLeft", AText, AnInteger, OptionalText) with { CanFail = true },
        Row("text.padRight", TextType, "PadRight", AText, AnInteger, OptionalText) with { CanFail = true },
    ];

    private static FunctionEntry Row(string name, TypeModel result, string method, params Parameter[] parameters) =>
        new(name, parameters, result, new RuntimeMethod(RuntimeNames.TextFunctions, method)) { IsMethod = true };
}
