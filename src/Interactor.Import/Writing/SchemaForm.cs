namespace Interactor.Import.Writing;

/// <summary>What stands under a keyword of a schema.</summary>
internal enum SchemaForm
{
    /// <summary>Values and settings: copied as they are.</summary>
    Data,
    Schema,
    SchemaList,
    SchemaMap,

    /// <summary>A schema, or a list of schemas in older drafts.</summary>
    SchemaOrList,
    Reference,
    Discriminator,

    /// <summary>Names of the values of an enum, in the form of Azure's generators.</summary>
    MicrosoftEnum,

    /// <summary>Examples and the like: kept where people read them.</summary>
    Remark,
    Dropped,
}
