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

    /// <summary>Names of the values of an enum, under another key than the language's.</summary>
    EnumNames,

    /// <summary>Examples and the like: kept where people read them.</summary>
    Remark,

    /// <summary>How a value is written as XML: kept where a body is XML, or remarks are.</summary>
    Xml,
    Dropped,
}
