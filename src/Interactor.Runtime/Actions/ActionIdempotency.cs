namespace Interactor.Runtime;

/// <summary>Whether repeating a call has the effect of one call (RFC 9110, section 9.2.2).</summary>
public enum ActionIdempotency
{
    /// <summary>A repetition may take effect twice, so a failed attempt is not repeated.</summary>
    No,

    /// <summary>A repetition has no further effect.</summary>
    Yes,

    /// <summary>The provider recognises a repetition by a key that every attempt of the call carries.</summary>
    Key,
}
