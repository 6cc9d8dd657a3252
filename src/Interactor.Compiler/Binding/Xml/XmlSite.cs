using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Xml;

/// <summary>Where a schema leads: what it and those that it stands for say under <c>xml</c>, and what says the rest.</summary>
/// <param name="Reference">The datatype that has the content; null where it stands here.</param>
/// <param name="Content">The schema of the content.</param>
internal sealed record XmlSite(XmlFacts Facts, ScalarNode? Reference, SyntaxNode Content);
