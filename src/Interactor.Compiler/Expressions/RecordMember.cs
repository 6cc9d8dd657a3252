using Interactor.Compiler.Model;

namespace Interactor.Compiler.Expressions;

/// <summary>A member of a generated record.</summary>
/// <param name="JsonName">The name on the wire and in expressions.</param>
/// <param name="CSharpName">The property.</param>
/// <param name="Type">What reading it gives; nullable when it may be absent.</param>
/// <param name="IsOptionalStruct">The property is an <c>Optional&lt;T&gt;</c>, read through <c>ValueOrDefault</c>.</param>
public sealed record RecordMember(string JsonName, string CSharpName, TypeModel Type, bool IsOptionalStruct);
