using Interactor.Compiler.Model;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Datatypes.Keywords;

/// <summary>A keyword of JSON Schema: what it applies to and how its value is checked.</summary>
/// <param name="AppliesTo">The JSON types that it constrains; <see cref="JsonType.None"/> for every type.</param>
/// <param name="Check">Reports a bad value: the value, the schema around it, where to report.</param>
internal sealed record SchemaKeyword(string Name, KeywordRole Role, JsonType AppliesTo, Action<SyntaxNode, MappingNode, BindingContext>? Check = null);

internal enum KeywordRole
{
    /// <summary>Says what values are allowed; the validator carries it out.</summary>
    Constraint,

    /// <summary>Holds schemas, so the binder walks into it.</summary>
    Applicator,

    /// <summary>Tells people something.</summary>
    Annotation,

    /// <summary>Recognised, refused until it is carried out.</summary>
    NotYet,
}
