using Interactor.Compiler.Syntax;

namespace Interactor.Import.Model;

/// <summary>A small part of a definition: text, a switch, a number, a list or a mapping. For settings that have no model of their own.</summary>
public abstract record DefinitionValue
{
    private DefinitionValue()
    {
    }

    public static implicit operator DefinitionValue(DefinitionText text) => new Scalar(text);

    public static implicit operator DefinitionValue(string data) => new Scalar(DefinitionText.Of(data));

    public static implicit operator DefinitionValue(bool value) => new Switch(value);

    public static implicit operator DefinitionValue(ExpressionText expression) => new Scalar(DefinitionText.Of(expression));

    public sealed record Scalar(DefinitionText Text) : DefinitionValue;

    public sealed record Switch(bool Value) : DefinitionValue;

    public sealed record Number(long Value) : DefinitionValue;

    public sealed record List(IReadOnlyList<DefinitionValue> Items) : DefinitionValue;

    /// <summary>A part of a definition that a person wrote, in an overlay: it is copied as it stands, with the expressions in it.</summary>
    public sealed record Written(SyntaxNode Node) : DefinitionValue;

    /// <summary>Members in the order in which they are written. Keys are data.</summary>
    public sealed record Mapping(IReadOnlyList<DefinitionMember> Members) : DefinitionValue
    {
        public static readonly Mapping Empty = new([]);

        public bool IsEmpty => Members.Count == 0;

        /// <summary>The same with one more member.</summary>
        public Mapping With(string key, DefinitionValue? value) => value is null ? this : new Mapping([.. Members, new DefinitionMember(key, value)]);

        /// <summary>The same with text that means itself; without it where it is null.</summary>
        public Mapping WithText(string key, string? data) => data is null ? this : With(key, data);

        /// <summary>The same with another value of a member, at its place; without the member for null.</summary>
        public Mapping Set(string key, DefinitionValue? value) =>
            value is not null && Find(key) is null
                ? With(key, value)
                : new Mapping([.. Members.Where(m => m.Key != key || value is not null).Select(m => m.Key == key ? new DefinitionMember(key, value!) : m)]);

        public DefinitionValue? Find(string key) => Members.FirstOrDefault(m => m.Key == key)?.Value;
    }

    /// <summary>A list of texts that mean themselves.</summary>
    public static List Texts(IEnumerable<string> items) => new([.. items.Select(i => (DefinitionValue)i)]);
}
