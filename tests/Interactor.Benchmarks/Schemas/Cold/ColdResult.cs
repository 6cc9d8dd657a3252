using Interactor.Benchmarks.Schemas.Sets;

namespace Interactor.Benchmarks.Schemas.Cold;

/// <summary>What the first calls of a schema cost, and its generated code.</summary>
/// <param name="Nodes">Values and member names of the schema and of those it refers to, without those that the compiler brings.</param>
/// <param name="AssemblyBytes">The image of the generated code alone.</param>
/// <param name="Calls">The median first call; a call that is not there has no classes.</param>
internal sealed record ColdResult(
    SchemaSet Set,
    int Nodes,
    int Files,
    TimeSpan Generating,
    TimeSpan Compiling,
    int AssemblyBytes,
    IReadOnlyDictionary<FirstCall.Kind, TimeSpan> Calls);
