namespace Interactor.Testing.Samples;

/// <summary>What an expression reads a JSON value as.</summary>
internal enum ShapeKind
{
    Unknown,
    Text,
    Integer,
    Number,
    Boolean,
    Timestamp,
    Base64,
    Base64Url,
}
