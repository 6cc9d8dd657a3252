namespace Interactor.Runtime.Json;

/// <summary>An optional member, whatever its type, for printing.</summary>
internal interface IOptional
{
    public bool HasValue { get; }

    public object? Content { get; }
}
