namespace Interactor.Runtime.Http;

/// <summary>How the body of a response is read.</summary>
public enum ResponseBodyKind
{
    /// <summary>As JSON (RFC 8259), by the body's contract.</summary>
    Json,

    /// <summary>As text in the charset that the response names, UTF-8 unless it names one. The body's type is <see cref="string"/>.</summary>
    Text,

    /// <summary>As it is. The body's type is <see cref="ReadOnlyMemory{T}"/> of <see cref="byte"/>.</summary>
    Bytes,

    /// <summary>Not at all: the body's value is what the contract reads from JSON null, or the type's default.</summary>
    None,

    /// <summary>As XML (XML 1.0), which a shape makes JSON of, by the body's contract.</summary>
    Xml,
}
