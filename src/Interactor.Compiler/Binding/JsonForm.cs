using Interactor.Compiler.Model;

namespace Interactor.Compiler.Binding;

/// <summary>Whether values of a type can stand in JSON.</summary>
internal static class JsonForm
{
    /// <summary>Values are written in a way that depends on their place, because there is no one text of them.</summary>
    public static bool IsStructured(TypeModel type) => !IsMissing(type) && type is ListTypeModel or MapTypeModel or AnyTypeModel or BytesTypeModel
        or NamedTypeModel { Kind: not NamedTypeKind.Enum };

    /// <summary>The type exists in expressions only.</summary>
    public static bool IsMissing(TypeModel type) => type switch
    {
        StructureTypeModel or DurationTypeModel => true,
        ListTypeModel list => IsMissing(list.Items),
        MapTypeModel map => IsMissing(map.Values),
        _ => false,
    };
}
