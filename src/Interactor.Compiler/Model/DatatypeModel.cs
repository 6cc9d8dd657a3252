namespace Interactor.Compiler.Model;

/// <summary>A generated type with its validator.</summary>
public abstract record DatatypeModel
{
    /// <summary>The C# name.</summary>
    public required string Name { get; init; }

    public string? Summary { get; init; }

    public bool IsDeprecated { get; init; }

    public required SchemaTextModel Schema { get; init; }

    /// <summary>What proves a value that is read to be valid, short of validating its document.</summary>
    public ProofKind Proof { get; init; }
}

/// <summary>What proves a value to be valid.</summary>
public enum ProofKind
{
    /// <summary>Only validating the document.</summary>
    None,

    /// <summary>Each part by a test, or validated while it is read.</summary>
    Parts,

    /// <summary>Reading validates the whole value.</summary>
    Whole,
}

/// <summary>Where a datatype's schema comes from.</summary>
public abstract record SchemaTextModel;

/// <param name="Json">The schema as JSON text.</param>
/// <param name="References">The datatypes that its <c>$ref</c>s name, each once, in the order in which the text first names them.</param>
public sealed record OwnSchemaText(string Json, EquatableArray<DatatypeReference> References) : SchemaTextModel;

/// <summary>The schema of a nested type stands inside the text of the type around it.</summary>
public sealed record NestedSchemaText(SchemaReference Reference) : SchemaTextModel;

/// <param name="Reference">As written in the schema's text: <c>#/datatypes/Draft</c>.</param>
/// <param name="Name">The C# name.</param>
public sealed record DatatypeReference(string Reference, string Name);

/// <summary>An object with named properties.</summary>
public sealed record RecordModel : DatatypeModel
{
    public required EquatableArray<PropertyModel> Properties { get; init; }

    /// <summary>The property that keeps unknown members; null when the schema forbids them.</summary>
    public AdditionalPropertiesModel? AdditionalProperties { get; init; }

    /// <summary>The abstract record that it extends.</summary>
    public string? Base { get; init; }

    /// <summary>What the names of other members are validated by while reading; null for nothing.</summary>
    public SchemaReference? NamesProof { get; init; }
}

/// <param name="Values">The type of each value; <see cref="AnyTypeModel"/> where the schema does not say.</param>
/// <param name="IsSecret">No text for people shows them.</param>
public sealed record AdditionalPropertiesModel(string CSharpName, TypeModel Values, bool IsSecret = false)
{
    /// <summary>The test of a value; null where only validation can tell.</summary>
    public CheckModel? Check { get; init; }

    /// <summary>What a value without a test is validated by while it is read.</summary>
    public SchemaReference? Proof { get; init; }
}

public sealed record PropertyModel
{
    public required string JsonName { get; init; }

    public required string CSharpName { get; init; }

    public required TypeModel Type { get; init; }

    public string? Summary { get; init; }

    public bool IsRequired { get; init; }

    public bool IsDeprecated { get; init; }

    /// <summary>A password, or another value that is sent and never answered: no text for people shows it.</summary>
    public bool IsSecret { get; init; }

    /// <summary>The only value, where the schema allows one and asks for the property: it cannot be set.</summary>
    public ConstantModel? Constant { get; init; }

    /// <summary>The abstract record that the type extends declares it.</summary>
    public bool IsInherited { get; init; }

    /// <summary>The test of a value; null where only validation can tell.</summary>
    public CheckModel? Check { get; init; }

    /// <summary>What a value without a test is validated by while it is read.</summary>
    public SchemaReference? Proof { get; init; }

    /// <summary>Absent, null and a value are three different things: <c>Optional&lt;T?&gt;</c>.</summary>
    public bool IsTriState => !IsRequired && (Type.IsNullable || Type is AnyTypeModel);

    /// <summary>The type as expressions see it: absent reads as null.</summary>
    public TypeModel ReadType => IsRequired ? Type : Type.AsNullable();
}

/// <summary>A named schema whose values have a type that exists already.</summary>
public sealed record AliasModel : DatatypeModel
{
    public required TypeModel Type { get; init; }

    /// <summary>The test of a value; null where only validation can tell.</summary>
    public CheckModel? Check { get; init; }
}

/// <summary>The types of JSON Schema (2020-12 core, 4.2.1).</summary>
[Flags]
public enum JsonType
{
    None = 0,
    Null = 1,
    Boolean = 2,
    Integer = 4,
    Number = 8,
    String = 16,
    Array = 32,
    Object = 64,
}
