using FsCheck;

namespace Interactor.Compiler.Tests.RoundTrips;

/// <summary>A schema, and documents that match it.</summary>
/// <param name="Schema">The schema as JSON text.</param>
/// <param name="Documents">Makes matching documents as JSON text.</param>
internal sealed record Shape(string Schema, Gen<string> Documents);
