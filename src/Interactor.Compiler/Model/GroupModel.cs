namespace Interactor.Compiler.Model;

/// <summary>A node of the client's tree: <c>gmail.Email.Draft</c>.</summary>
/// <param name="ClassName">The generated class; empty for the root, which is the client itself.</param>
/// <param name="Path">The ids' common start, dotted.</param>
public sealed record GroupModel(string ClassName, string Path, EquatableArray<GroupMember> Groups, EquatableArray<GroupMethod> Methods);

/// <summary>A property that leads to a deeper group.</summary>
public sealed record GroupMember(string PropertyName, string ClassName);

/// <summary>A method that executes an action; <see cref="ActionClass"/> names its descriptor.</summary>
public sealed record GroupMethod(string MethodName, string ActionClass);
