namespace Interactor.Compiler.Emit;

/// <summary>A C# file that the compiler wrote.</summary>
/// <param name="HintName">The path under the connector's address, with forward slashes: <c>interactor/gmail/actions/email.send.g.cs</c>.</param>
/// <param name="Text">The text, with LF line ends.</param>
public sealed record GeneratedFile(string HintName, string Text);
