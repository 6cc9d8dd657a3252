namespace Interactor.Runtime;

/// <summary>What the text of a variable means.</summary>
public enum VariableType
{
    /// <summary>Any text.</summary>
    Text,

    /// <summary>A whole number of 64 bits in decimal digits.</summary>
    Integer,

    /// <summary>A number in JSON's notation.</summary>
    Number,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean,
}
