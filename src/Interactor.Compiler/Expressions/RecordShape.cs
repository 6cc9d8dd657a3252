using Interactor.Compiler.Model;

namespace Interactor.Compiler.Expressions;

/// <summary>A generated record as expressions see it.</summary>
/// <param name="Name">The C# name.</param>
/// <param name="Members">The declared members.</param>
/// <param name="IsOpen">It keeps members that its schema does not declare.</param>
public sealed record RecordShape(string Name, EquatableArray<RecordMember> Members, bool IsOpen);
