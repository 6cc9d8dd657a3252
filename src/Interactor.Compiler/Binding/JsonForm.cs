using Interactor.Compiler.Model;

namespace Interactor.Compiler.Binding;

/// <summary>Whether values of a type can stand in JSON.</summary>
internal static class JsonForm
{
    /// <summary>The type exists in expressions only.</summary>
    public static bool IsMissing(TypeModel type) => type switch
    {
        StructureTypeModel or DurationTypeModel => true,
        ListTypeModel list => IsMissing(list.Items),
        MapTypeModel map => IsMissing(map.Values),
        _ => false,
    };
}
