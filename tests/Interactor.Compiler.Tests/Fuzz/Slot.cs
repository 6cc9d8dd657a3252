using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Tests.Fuzz;

/// <summary>A key or a scalar value of the harmless definition: a place where text enters the compiler.</summary>
/// <param name="Index">Its place in the order in which the files are walked.</param>
/// <param name="Path">File and JSON pointer, for messages.</param>
internal sealed record Slot(int Index, string Path, bool IsKey, ScalarKind Kind, string Text)
{
    public override string ToString() => Path + (IsKey ? " (key)" : "");
}
