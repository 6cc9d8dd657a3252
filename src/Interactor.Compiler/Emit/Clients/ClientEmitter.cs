using Interactor.Compiler.Emit.Actions;
using Interactor.Compiler.Emit.Encoding;
using Interactor.Compiler.Expressions.Emitting;
using Interactor.Compiler.Model;

namespace Interactor.Compiler.Emit.Clients;

/// <summary>Writes the client and the classes of its groups: one line an action.</summary>
internal sealed class ClientEmitter(ConnectorModel connector)
{
    private readonly Dictionary<string, GroupModel> _groups = connector.Groups.ToDictionary(g => g.ClassName, StringComparer.Ordinal);
    private readonly Dictionary<string, ActionModel> _actions = connector.Actions.ToDictionary(a => a.ClassName, StringComparer.Ordinal);

    public string EmitClient(GroupModel root)
    {
        CodeWriter code = SourceHeader.Begin(connector);
        string name = CSharpIdentifier.Escape(root.ClassName);
        code.Line($"/// <summary>{XmlDocText.Encode(connector.Name)}: {XmlDocText.Encode(connector.Summary)}</summary>");
        code.Open($"public sealed class {name}");
        code.Line("/// <summary>Makes a client of its own, without dependency injection.</summary>");
        code.Line($"public {name}({CSharpIdentifier.Escape(connector.TypePrefix + "Options")} options)");
        code.Line($"    : this(new {RuntimeNames.ActionExecutor}({Qualified(connector.TypePrefix + "Connector")}.Descriptor, options))");
        code.Line("{");
        code.Line("}");
        code.Line();
        EmitExecutorConstructor(code, name, root);
        EmitMembers(code, root, "_executor");
        code.Close();
        return code.ToString();
    }

    public void EmitGroup(CodeWriter code, GroupModel group)
    {
        string name = CSharpIdentifier.Escape(group.ClassName);
        code.Line($"/// <summary>The actions of <c>{XmlDocText.Encode(group.Path)}</c>.</summary>");
        if (group.Groups.Count == 0)
        {
            code.Open($"public sealed class {name}({RuntimeNames.ActionExecutor} executor)");
            EmitMembers(code, group, "executor");
        }
        else
        {
            code.Open($"public sealed class {name}");
            EmitExecutorConstructor(code, name, group);
            EmitMembers(code, group, "_executor");
        }

        code.Close();
    }

    private static void EmitExecutorConstructor(CodeWriter code, string name, GroupModel group)
    {
        if (group.Methods.Count > 0)
        {
            code.Line($"private readonly {RuntimeNames.ActionExecutor} _executor;");
            code.Line();
        }

        code.Open($"public {name}({RuntimeNames.ActionExecutor} executor)");
        if (group.Methods.Count > 0)
        {
            code.Line("_executor = executor;");
        }

        foreach (GroupMember member in group.Groups)
        {
            code.Line($"{CSharpIdentifier.Escape(member.PropertyName)} = new(executor);");
        }

        code.Close();
    }

    private void EmitMembers(CodeWriter code, GroupModel group, string executor)
    {
        foreach (GroupMember member in group.Groups)
        {
            GroupModel target = _groups[member.ClassName];
            code.Line();
            code.Line($"/// <summary>The actions of <c>{XmlDocText.Encode(target.Path)}</c>.</summary>");
            code.Line($"public {CSharpIdentifier.Escape(member.ClassName)} {CSharpIdentifier.Escape(member.PropertyName)} {{ get; }}");
        }

        foreach (GroupMethod method in group.Methods)
        {
            code.Line();
            EmitMethod(code, method, _actions[method.ActionClass], executor);
        }
    }

    private static void EmitMethod(CodeWriter code, GroupMethod method, ActionModel action, string executor)
    {
        string input = CSharpIdentifier.Escape(action.Input.Name);
        (string parameter, string argument) = action.InputNeed switch
        {
            ActionInputNeed.None => ("", "new()"),
            ActionInputNeed.Optional => ($"{input}? input = null, ", "input ?? new()"),
            _ => ($"{input} input, ", "input"),
        };
        (string result, string call) = ResultOf(action);
        SourceHeader.Summary(code, action.Summary ?? action.Name);
        SourceHeader.Obsolete(code, action.IsDeprecated);
        code.Line($"public {result} {CSharpIdentifier.Escape(method.MethodName)}({parameter}{RuntimeNames.ActionOptions}? options = null, sX cancellationToken = default) =>");
        code.Line($"\t{executor}.{call}, {argument}, options, cancellationToken);");
    }

    // What a method gives, and the beginning of the call that it is.
    private static (string Type, string Call) ResultOf(ActionModel action)
    {
        string descriptor = $"{Qualified(action.ClassName)}.Descriptor";
        string output = ActionEmitter.OutputType(action);
        if (action.Pagination is { } pagination)
        {
            return pagination.Items is { Type: ListTypeModel list }
                ? ($"{RuntimeNames.PagedItems}<{output}, {CSharpType.Of(list.Items)}>", $"ItemsAsync({descriptor}, {Qualified(action.ClassName)}.{PaginationEmitter.Items}")
                : ($"sG::IAsyncEnumerable<{output}>", $"PagesAsync({descriptor}");
        }

        if (action.Body is StreamBody { Stream.Kind: var kind })
        {
            return kind == StreamKind.Bytes
                ? ($"sT::Task<{RuntimeNames.Download}>", $"DownloadAsync({descriptor}")
                : ($"sG::IAsyncEnumerable<{output}>", $"StreamAsync({descriptor}");
        }

        bool hasNoResult = action.Body is DirectBody { BodyKind: ResponseBodyKind.None };
        return (hasNoResult ? "sT::Task" : $"sT::Task<{output}>", $"ExecuteAsync({descriptor}");
    }

    // A property of the client may have the name of the class.
    private static string Qualified(string className) => $"{SourceAliases.Own}::{CSharpIdentifier.Escape(className)}";
}
