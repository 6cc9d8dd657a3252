namespace Interactor.Runtime.Json;

/// <summary>The six kinds of JSON value (RFC 8259, section 3), as a set.</summary>
[Flags]
public enum JsonKinds
{
    /// <summary>No value.</summary>
    None = 0,

    /// <summary><c>null</c>.</summary>
    Null = 1,

    /// <summary><c>true</c> and <c>false</c>.</summary>
    Boolean = 2,

    /// <summary>Numbers.</summary>
    Number = 4,

    /// <summary>Strings.</summary>
    String = 8,

    /// <summary>Arrays.</summary>
    Array = 16,

    /// <summary>Objects.</summary>
    Object = 32,

    /// <summary>Values of every kind.</summary>
    All = Null | Boolean | Number | String | Array | Object,
}
