namespace Interactor.Compiler.Schemas;

/// <summary>Which keywords refuse values where their dialect leaves the choice (2020-12 validation, sections 7.2 and 8).</summary>
[Flags]
public enum SchemaAssertions
{
    /// <summary><c>format</c> and <c>content…</c> only tell people something, as JSON Schema has it by itself.</summary>
    None = 0,

    /// <summary><c>format</c> refuses text that is not of the format.</summary>
    Format = 1,

    /// <summary><c>contentEncoding</c>, <c>contentMediaType</c> and <c>contentSchema</c> refuse text that does not hold what they say.</summary>
    Content = 2,
}
