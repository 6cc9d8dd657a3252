namespace Interactor.Compiler.Schemas.Keywords;

/// <summary>What the value of a keyword holds, and so how it is walked and rewritten.</summary>
internal enum KeywordForm
{
    /// <summary>A value that constrains.</summary>
    Value,

    /// <summary>A schema.</summary>
    Schema,

    /// <summary>A list of schemas.</summary>
    Schemas,

    /// <summary>Schemas by name.</summary>
    SchemaMap,

    /// <summary>A schema or a list of schemas.</summary>
    SchemaOrSchemas,

    /// <summary>Schemas or lists of names, by name.</summary>
    Dependencies,

    /// <summary>Schemas by name that are only there to be referred to.</summary>
    Definitions,

    /// <summary>A URI reference to a schema.</summary>
    Reference,

    /// <summary>A URI reference whose target the dynamic scope may override.</summary>
    DynamicReference,

    /// <summary>Names the schema, its dialect or its vocabularies.</summary>
    Identifier,

    /// <summary>Tells people something.</summary>
    Annotation,

    /// <summary>OpenAPI's <c>discriminator</c>.</summary>
    Discriminator,

    /// <summary>Says where the choices of a value come from; it is read where an action is bound, and stays out of the schema.</summary>
    Choices,
}
