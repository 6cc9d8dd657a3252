using Interactor.Compiler.Emit.Encoding;
using Interactor.Compiler.Expressions.Emitting;
using Interactor.Compiler.Model;

namespace Interactor.Compiler.Emit.Types;

/// <summary>
/// Where a reader keeps what it has read of a record so far: the largest group of members that are read alike shares one array on the stack
/// and one arm, because most members are plain text; the others have a variable each.
/// </summary>
internal sealed class ReaderLocals
{
    /// <summary>The code of the call that reads a member of the group.</summary>
    public const string SlotOfMember = "t[m.Member]";

    private const int FewestInSlots = 3;

    // The sizes that the runtime has.
    private static readonly int[] Sizes = [4, 8, 16, 32, 64, 128];

    private readonly PropertyModel[] _properties;
    private readonly HashSet<int> _inSlots = [];

    /// <param name="canShareArm">The last arm is free for the group.</param>
    public ReaderLocals(RecordModel record, bool canShareArm)
    {
        _properties = [.. record.Properties];
        if (canShareArm && _properties.Length <= Sizes[Sizes.Length - 1] && LargestGroup() is { } group && group.Length >= FewestInSlots)
        {
            _inSlots.UnionWith(group);
        }
    }

    /// <summary>A member of the group that shares an array; null where there is none.</summary>
    public PropertyModel? Shared => _inSlots.Count == 0 ? null : _properties[_inSlots.First()];

    /// <summary>Whether a member shares the array.</summary>
    public bool IsShared(int member) => _inSlots.Contains(member);

    /// <summary>The place of a member, as code.</summary>
    public string Of(int member) => IsShared(member) ? $"t[{CSharpLiteral.Int(member)}]" : "r" + CSharpLiteral.Int(member);

    /// <summary>Declares everything. One line a type: a record has many members and few types.</summary>
    public void Emit(CodeWriter code)
    {
        if (Shared is { } shared)
        {
            int size = Sizes.First(s => s > _inSlots.Max());
            code.Line($"{RuntimeNames.Slots}{CSharpLiteral.Int(size)}<{TypeOf(shared)}> t = default;");
        }

        foreach (var locals in Read().Where(x => !IsShared(x.Number)).GroupBy(x => TypeOf(x.Property), x => x.Number, StringComparer.Ordinal))
        {
            string nothing = locals.Key.EndsWith("?", StringComparison.Ordinal) ? "null" : "default";
            code.Line($"{locals.Key} {string.Join(", ", locals.Select(i => $"{Of(i)} = {nothing}"))};");
        }
    }

    private int[]? LargestGroup() => Read()
        .GroupBy(x => TypeOf(x.Property) + RecordReaderEmitter.Read(x.Property, ""), x => x.Number, StringComparer.Ordinal)
        .Select(g => g.ToArray())
        .OrderByDescending(g => g.Length)
        .FirstOrDefault();

    private IEnumerable<(PropertyModel Property, int Number)> Read() => _properties.Select((p, i) => (p, i)).Where(x => x.p.Constant is null);

    // An out argument of a reference type is null when the read fails, and a member that is absent is null.
    private static string TypeOf(PropertyModel property) =>
        CSharpType.Of(property.Type) + (property.Type.IsNullable || (CSharpType.IsValueType(property.Type) && !MemberTableCode.IsNotNull(property)) ? "" : "?");
}
