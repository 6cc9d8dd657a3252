using System.Globalization;
using Interactor.Compiler.Binding.Datatypes;
using Interactor.Compiler.Binding.Naming;
using Interactor.Compiler.Model;

namespace Interactor.Compiler.Binding.Actions;

/// <summary>Builds the client's tree of groups from the dotted ids of its actions.</summary>
internal sealed class GroupBinder(TypeTable types)
{
    private readonly List<GroupModel> _groups = [];

    /// <summary>The root first, then every group by its path.</summary>
    public EquatableArray<GroupModel> Bind(IReadOnlyList<ActionModel> actions, string clientName)
    {
        Add(clientName, "", [.. actions.Select(a => (a.Id.Split('.'), a))], depth: 0);
        return _groups.OrderBy(g => g.Path, StringComparer.Ordinal).ToEquatableArray();
    }

    private void Add(string className, string path, IReadOnlyList<(string[] Parts, ActionModel Action)> actions, int depth)
    {
        NameScope names = new(ReservedNames.InGroup(className));
        List<GroupMember> members = [];
        foreach (var group in actions.Where(a => a.Parts.Length > depth + 1).GroupBy(a => a.Parts[depth]).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            string groupPath = path.Length == 0 ? group.Key : path + "." + group.Key;
            string proposal = PascalCase.Of(groupPath) + "Actions";
            string groupClass = types.Claim(proposal, proposal);
            members.Add(new GroupMember(names.Claim(PascalCase.Of(group.Key), "Group"), groupClass));
            Add(groupClass, groupPath, [.. group], depth + 1);
        }

        List<GroupMethod> methods = [];
        foreach ((string[] parts, ActionModel action) in actions.Where(a => a.Parts.Length == depth + 1))
        {
            string version = action.IsNewest ? "" : "V" + action.Major.ToString(CultureInfo.InvariantCulture);
            methods.Add(new GroupMethod(names.Claim(PascalCase.Of(parts[depth]) + version + "Async"), action.ClassName));
        }

        _groups.Add(new GroupModel(className, path, members.ToEquatableArray(), methods.ToEquatableArray()));
    }
}
