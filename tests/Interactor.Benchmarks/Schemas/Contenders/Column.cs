namespace Interactor.Benchmarks.Schemas.Contenders;

/// <summary>The contenders, in the order of the table.</summary>
internal enum Column
{
    /// <summary>Every token with <c>Utf8JsonReader</c>, and nothing else.</summary>
    Scan,

    /// <summary><c>JsonDocument.Parse</c>: what the ratios are of.</summary>
    Document,

    /// <summary>Our validator on the bytes.</summary>
    Validate,

    /// <summary>Our types read from the bytes, with validation.</summary>
    Read,

    /// <summary>System.Text.Json's source generation, which validates nothing.</summary>
    SystemTextJson,

    /// <summary>ajv on a value that node has parsed before.</summary>
    AjvValue,

    /// <summary><c>JSON.parse</c> of a string, then ajv.</summary>
    AjvText,

    /// <summary><c>JSON.parse</c> of the bytes, which are decoded first, then ajv.</summary>
    AjvBytes,

    /// <summary>Blaze on a value that it has parsed before.</summary>
    Blaze,
}
