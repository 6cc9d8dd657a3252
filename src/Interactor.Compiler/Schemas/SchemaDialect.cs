namespace Interactor.Compiler.Schemas;

/// <summary>The dialects of JSON Schema that the compiler reads.</summary>
public enum SchemaDialect
{
    /// <summary>JSON Schema draft 2020-12.</summary>
    Draft202012,

    /// <summary>JSON Schema draft 2019-09.</summary>
    Draft201909,

    /// <summary>JSON Schema draft 7.</summary>
    Draft7,

    /// <summary>JSON Schema draft 6.</summary>
    Draft6,

    /// <summary>JSON Schema draft 4.</summary>
    Draft4,

    /// <summary>The Schema Object of OpenAPI 3.1 and 3.2: draft 2020-12 with OpenAPI's own annotations.</summary>
    OpenApi31,

    /// <summary>The Schema Object of OpenAPI 3.0: draft 4 (wright-00) with <c>nullable</c>.</summary>
    OpenApi30,

    /// <summary>The Schema Object of Swagger 2.0: a part of draft 4 with <c>type: file</c> and <c>x-nullable</c>.</summary>
    Swagger20,
}
