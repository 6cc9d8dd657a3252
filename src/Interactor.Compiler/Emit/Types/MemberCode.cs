using Interactor.Compiler.Emit.Encoding;
using Interactor.Compiler.Model;

namespace Interactor.Compiler.Emit.Types;

/// <summary>Writes what makes a record equal by what it holds, and its text readable.</summary>
internal static class MemberCode
{
    /// <summary>Whether a type compares by reference where C# has it, and needs help to compare by content.</summary>
    public static bool NeedsContent(TypeModel type) => type is ListTypeModel or MapTypeModel or BytesTypeModel { IsContent: false };

    /// <summary>Whether the text that C# makes of a type depends on the culture.</summary>
    public static bool NeedsCulture(TypeModel type) => type is TimestampTypeModel or DateTypeModel or NumberTypeModel;

    /// <summary>Writes a property that can be set once. One that holds several values keeps them in a field that compares them.</summary>
    /// <param name="code">Where to.</param>
    /// <param name="modifiers"><c>required</c>, or nothing.</param>
    /// <param name="type">The type in C#.</param>
    /// <param name="name">The C# name.</param>
    /// <param name="byContent">The property holds several values.</param>
    /// <param name="number">A number that no other property of the type has.</param>
    /// <param name="initial">What it holds when it is not set; null for the default.</param>
    public static void Property(CodeWriter code, string modifiers, string type, string name, bool byContent, int number, string? initial = null)
    {
        string head = $"public {modifiers}{type} {CSharpIdentifier.Escape(name)}";
        if (!byContent)
        {
            code.Line($"{head} {{ get; init; }}{(initial is null ? "" : $" = {initial};")}");
            return;
        }

        string field = "f" + CSharpLiteral.Int(number);
        code.Line($"{head} {{ get => {field}.Value; init => {field} = new(value); }}");
        code.Line($"private readonly {RuntimeNames.ByContent}<{type}> {field}{(initial is null ? "" : $" = new({initial})")};");
    }

    /// <summary>Writes what <c>ToString</c> shows.</summary>
    /// <param name="code">Where to.</param>
    /// <param name="members">The C# names, and whether nobody may see the value.</param>
    public static void Print(CodeWriter code, IEnumerable<(string Name, bool IsSecret)> members)
    {
        IEnumerable<string> calls = members.Select(m => $".{(m.IsSecret ? "Secret" : "Add")}({CSharpIdentifier.Escape(m.Name)})");
        code.Line();
        code.Line($"private bool PrintMembers(sB b) => new {RuntimeNames.MemberText}(b){string.Concat(calls)}.HasMembers;");
    }

    /// <summary>The body of a record that holds one value, which compares and prints by content.</summary>
    public static string Single(string type, string name, bool isSecret) =>
        $$"""
        {
            public bool Equals({{type}}? other) => other is not null && {{RuntimeNames.Content}}.Same({{name}}, other.{{name}});

            public override int GetHashCode() => {{RuntimeNames.Content}}.Hash({{name}});

            protected override bool PrintMembers(sB b) => new {{RuntimeNames.MemberText}}(b).{{(isSecret ? "Secret" : "Add")}}({{name}}).HasMembers;
        }
        """;
}
