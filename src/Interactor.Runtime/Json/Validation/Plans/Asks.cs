using Interactor.Runtime.Json.Validation.Model;

namespace Interactor.Runtime.Json.Validation.Plans;

/// <summary>What a schema asks of a value by itself, its in-place keywords aside.</summary>
internal static class Asks
{
    public static bool AnythingOfItsOwn(SchemaModel schema, JsonKinds kind) => kind switch
    {
        JsonKinds.Object => schema.Constants.Length > 0 || schema.Object is { } o && (o.Properties.Count > 0 || o.PatternProperties.Length > 0
            || o.AdditionalProperties is not null || o.PropertyNames is not null || o.Required.Length > 0 || o.DependentRequired.Count > 0
            || o.MinProperties > 0 || o.MaxProperties < int.MaxValue),
        JsonKinds.Array => schema.Constants.Length > 0 || schema.Array is { } a && (a.PrefixItems.Length > 0 || a.Items is not null
            || a.Contains is not null || a.MinItems > 0 || a.MaxItems < int.MaxValue || a.UniqueItems),
        JsonKinds.String => schema.Constants.Length > 0 || schema.String is not null || IsFormatted(schema, kind),
        JsonKinds.Number => schema.Constants.Length > 0 || schema.Number is not null || schema.WantsIntegers || IsFormatted(schema, kind),
        JsonKinds.Boolean => schema.Constants.Length > 0,
        _ => false,
    };

    private static bool IsFormatted(SchemaModel schema, JsonKinds kind) => schema.Format is { } format && (format.AppliesTo & kind) != 0;
}
