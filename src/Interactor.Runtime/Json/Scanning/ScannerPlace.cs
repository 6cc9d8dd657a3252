namespace Interactor.Runtime.Json.Scanning;

/// <summary>How far a scanner has got.</summary>
/// <param name="Position">The byte offset of what comes next.</param>
/// <param name="Room">How many levels may still begin.</param>
/// <param name="Error">The byte offset of a grammar error; -1 without.</param>
internal readonly record struct ScannerPlace(int Position, int Room, int Error);
