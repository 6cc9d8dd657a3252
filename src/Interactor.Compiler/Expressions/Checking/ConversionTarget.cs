namespace Interactor.Compiler.Expressions.Checking;

/// <summary>What a place or a parameter wants.</summary>
internal enum ConversionTarget
{
    Text,
    Boolean,
    Integer,
    Number,

    /// <summary>Bytes, or text as UTF-8.</summary>
    Bytes,
    Timestamp,
    Duration,
    TextList,
    List,
    Map,
    Any,
}
