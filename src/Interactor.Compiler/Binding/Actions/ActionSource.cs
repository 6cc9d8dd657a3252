using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Actions;

/// <summary>An action before it is bound.</summary>
/// <param name="Id">From the key or the file's own <c>id</c>.</param>
/// <param name="Place">Where the id stands, for reports.</param>
internal sealed record ActionSource(string Id, int Major, string Version, SyntaxNode Place, MappingReader Reader)
{
    /// <summary>The start of the names of the action's types.</summary>
    public required string TypePrefix { get; init; }

    public required bool IsNewest { get; init; }
}
