namespace Interactor.Runtime.Json;

/// <summary>A value that is text in JSON.</summary>
public interface IJsonText
{
    /// <summary>The text.</summary>
    public string Value { get; }
}
