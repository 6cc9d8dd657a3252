using Interactor.Compiler.Model;
using Interactor.Compiler.Schemas.Dialects;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Schemas.Keywords;

/// <summary>A keyword of JSON Schema as some dialects have it.</summary>
/// <param name="In">The dialects that have it in this form.</param>
/// <param name="Form">What its value holds.</param>
/// <param name="AppliesTo">The JSON types that it constrains; <see cref="JsonType.None"/> for every type.</param>
internal sealed record SchemaKeyword(
    string Name,
    DialectSet In,
    Vocabularies Vocabulary,
    KeywordForm Form,
    JsonType AppliesTo = JsonType.None,
    KeywordCheck? Check = null)
{
    /// <summary>The schemas in it see the same value as the schema around it.</summary>
    public bool IsInPlace { get; init; }

    /// <summary>Says nothing about which values are valid.</summary>
    public bool IsAnnotation => Form is KeywordForm.Annotation or KeywordForm.Discriminator or KeywordForm.Identifier or KeywordForm.Definitions;
}

/// <summary>Reports what is wrong with a keyword's value.</summary>
/// <param name="value">The value.</param>
/// <param name="schema">The schema around it.</param>
/// <param name="report">Where to report.</param>
/// <returns>The value can be used.</returns>
internal delegate bool KeywordCheck(SyntaxNode value, MappingNode schema, SchemaReport report);
