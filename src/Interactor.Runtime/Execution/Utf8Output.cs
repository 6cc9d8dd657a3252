namespace Interactor.Runtime.Execution;

/// <summary>Takes the output of a call as UTF-8 JSON, for a caller that does not know its C# type.</summary>
internal sealed class Utf8Output
{
    public ReadOnlyMemory<byte> Value { get; set; }
}
