using Interactor.Compiler.Emit.Encoding;
using Interactor.Compiler.Expressions.Emitting;
using Interactor.Compiler.Model;

namespace Interactor.Compiler.Emit.Types;

/// <summary>Writes an object type: a sealed record with init properties, and its JSON class.</summary>
internal static class RecordEmitter
{
    public static void Emit(CodeWriter code, RecordModel record)
    {
        EmitType(code, record);
        code.Line();
        RecordJsonEmitter.Emit(code, record);
    }

    /// <summary>The C# type of a property: absent, null and a value stay apart where all three are legal.</summary>
    public static string PropertyType(PropertyModel property) =>
        property.IsTriState ? $"{RuntimeNames.Optional}<{CSharpType.Of(property.Type)}>" : CSharpType.Of(property.ReadType);

    public static string AdditionalType(AdditionalPropertiesModel additional) =>
        additional.Values is AnyTypeModel
            ? RuntimeNames.ExtensionData + "?"
            : $"sG::IReadOnlyDictionary<string, {CSharpType.Of(additional.Values)}>?";

    private static void EmitType(CodeWriter code, RecordModel record)
    {
        SourceHeader.Summary(code, record.Summary);
        SourceHeader.Obsolete(code, record.IsDeprecated);
        JsonClassEmitter.Attribute(code, record);
        string baseType = record.Base is { } name ? " : " + CSharpIdentifier.Escape(name) : "";
        code.Open($"public sealed record {CSharpIdentifier.Escape(record.Name)}{baseType}");
        string separator = "";
        for (int i = 0; i < record.Properties.Count; i++)
        {
            if (!record.Properties[i].IsInherited)
            {
                Separate(code, ref separator);
                EmitProperty(code, record.Properties[i], i);
            }
        }

        if (record.AdditionalProperties is { } additional)
        {
            Separate(code, ref separator);
            MemberCode.Property(code, "", AdditionalType(additional), additional.CSharpName, byContent: additional.Values is not AnyTypeModel, record.Properties.Count);
        }

        code.Line();
        code.Line($"{(record.Base is null ? "private" : "protected override")} bool PrintMembers(sB b) => {JsonCode.JsonClass(record.Name)}.Print(b, this);");
        code.Close();
    }

    /// <summary>Writes one property: a constant cannot be set, and what is required must be.</summary>
    /// <param name="number">Its place among those of the type.</param>
    public static void EmitProperty(CodeWriter code, PropertyModel property, int number)
    {
        SourceHeader.Summary(code, property.Summary);
        SourceHeader.Obsolete(code, property.IsDeprecated && !property.IsRequired);
        if (property.Constant is { } constant)
        {
            code.Line($"public {PropertyType(property)} {CSharpIdentifier.Escape(property.CSharpName)} => {ConstantCode.Literal(constant)};");
        }
        else
        {
            MemberCode.Property(
                code, property.IsRequired ? "required " : "", PropertyType(property), property.CSharpName, !property.IsTriState && MemberCode.NeedsContent(property.Type), number);
        }
    }

    private static void Separate(CodeWriter code, ref string separator)
    {
        if (separator.Length > 0)
        {
            code.Line();
        }

        separator = "\n";
    }
}
