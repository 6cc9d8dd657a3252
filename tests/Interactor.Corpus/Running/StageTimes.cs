namespace Interactor.Corpus.Running;

/// <summary>Milliseconds by stage.</summary>
/// <param name="Import">The document to the text of a definition.</param>
/// <param name="Generate">The definition to C#.</param>
/// <param name="Compile">The C# to an assembly.</param>
internal sealed record StageTimes(double Import, double Generate, double Compile);
