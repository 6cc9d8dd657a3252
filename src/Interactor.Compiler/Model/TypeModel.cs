namespace Interactor.Compiler.Model;

/// <summary>
/// What a value is once it is in C#: the face that expressions are typed against and code is emitted for.
/// Constraints live in the text of the schema.
/// </summary>
public abstract record TypeModel
{
    /// <summary>Null, or absent, is one of the values.</summary>
    public bool IsNullable { get; init; }

    /// <summary>The same type with null among its values. Any value holds JSON null already.</summary>
    public TypeModel AsNullable() => IsNullable || this is AnyTypeModel ? this : this with { IsNullable = true };

    public TypeModel AsNonNull() => IsNullable ? this with { IsNullable = false } : this;
}

/// <summary>Any JSON value: <c>Interactor.Runtime.Json.JsonValue</c>; members are looked up at run time.</summary>
public sealed record AnyTypeModel : TypeModel;

/// <summary>The literal null only.</summary>
public sealed record NullTypeModel : TypeModel;

public sealed record BooleanTypeModel : TypeModel;

/// <summary><c>int</c>, <c>long</c> or a narrower integer.</summary>
public sealed record IntegerTypeModel(IntegerWidth Width = IntegerWidth.Int64) : TypeModel;

/// <summary><c>double</c>, <c>float</c>, <c>decimal</c>, or <c>ulong</c>, which the integers of expressions cannot hold.</summary>
public sealed record NumberTypeModel(NumberKind Kind = NumberKind.Double) : TypeModel;

public sealed record StringTypeModel : TypeModel;

/// <summary><c>ReadOnlyMemory&lt;byte&gt;</c>; base64 text in JSON.</summary>
public sealed record BytesTypeModel : TypeModel
{
    /// <summary><c>BinaryContent</c>, which need not be in memory.</summary>
    public bool IsContent { get; init; }
}

/// <summary><c>DateTimeOffset</c>; RFC 3339 text in JSON.</summary>
public sealed record TimestampTypeModel : TypeModel;

/// <summary><c>DateOnly</c>; RFC 3339 full-date text in JSON.</summary>
public sealed record DateTypeModel : TypeModel;

/// <summary><c>Guid</c>; RFC 9562 text in JSON.</summary>
public sealed record UuidTypeModel : TypeModel;

/// <summary><c>TimeSpan</c>; exists in expressions only.</summary>
public sealed record DurationTypeModel : TypeModel;

/// <summary><c>IReadOnlyList&lt;T&gt;</c>.</summary>
public sealed record ListTypeModel(TypeModel Items) : TypeModel;

/// <summary><c>IReadOnlyDictionary&lt;string, T&gt;</c>.</summary>
public sealed record MapTypeModel(TypeModel Values) : TypeModel;

/// <summary>A generated type, by its C# name inside the connector's namespace.</summary>
public sealed record NamedTypeModel(string Name, NamedTypeKind Kind) : TypeModel
{
    /// <summary>Expressions look at such a value through its JSON, because what it holds depends on the case.</summary>
    public bool IsSeenAsJson => Kind is not (NamedTypeKind.Record or NamedTypeKind.Enum);
}

/// <summary>
/// A value that exists in expressions only, with members of its own: a root such as <c>response</c> or <c>token</c>.
/// </summary>
/// <param name="Description">What messages call it.</param>
public sealed record StructureTypeModel(string Description, EquatableArray<StructureMember> Members) : TypeModel;

/// <param name="Name">The name in expressions.</param>
/// <param name="CSharp">What is appended to the C# of the target to reach it: <c>.Status</c>, <c>.Text("site")</c>.</param>
/// <param name="IsSecret">The value may flow to a host in egress only.</param>
public sealed record StructureMember(string Name, TypeModel Type, string CSharp, bool IsSecret = false);

/// <summary>Integers that fit into a <c>long</c>, the narrower before the wider.</summary>
public enum IntegerWidth
{
    SByte,
    Byte,
    Int16,
    UInt16,
    Int32,
    UInt32,
    Int64,
}

public enum NumberKind
{
    Double,
    Single,
    Decimal,
    UInt64,
}

public enum NamedTypeKind
{
    Record,

    /// <summary>An open enum of texts.</summary>
    Enum,

    /// <summary>A C# enum of integers.</summary>
    IntegerEnum,
    Union,

    /// <summary>The abstract record that others extend.</summary>
    Base,

    /// <summary>A list whose items have types of their own.</summary>
    Tuple,
}
