namespace Interactor.Runtime;

/// <summary>What divides a stream into items.</summary>
public enum StreamKind
{
    /// <summary>Lines (NDJSON, JSON Lines, or plain text), or the records of a JSON text sequence (RFC 7464) where the provider says that it is one.</summary>
    Lines,

    /// <summary>Server-sent events (WHATWG HTML, section 9.2): the data of each event is an item.</summary>
    Events,
}
