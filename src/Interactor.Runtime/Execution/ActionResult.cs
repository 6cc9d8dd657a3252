namespace Interactor.Runtime.Execution;

/// <summary>What an action gave: its C# value, and its UTF-8 JSON where the caller asked for that.</summary>
internal readonly record struct ActionResult<TOutput>(TOutput Value, ReadOnlyMemory<byte> Utf8);
