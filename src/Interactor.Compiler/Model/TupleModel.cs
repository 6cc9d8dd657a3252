namespace Interactor.Compiler.Model;

/// <summary>A list whose first items have types of their own.</summary>
public sealed record TupleModel : DatatypeModel
{
    public required EquatableArray<TupleItemModel> Items { get; init; }

    /// <summary>The items behind the others; null when there may be none.</summary>
    public TupleRestModel? Rest { get; init; }
}

/// <param name="IsRequired">The list is never shorter than this item.</param>
/// <param name="IsSecret">No text for people shows it.</param>
public sealed record TupleItemModel(string CSharpName, TypeModel Type, bool IsRequired, string? Summary, bool IsSecret = false)
{
    /// <summary>The type as C# sees it: an item that is not there is null.</summary>
    public TypeModel ReadType => IsRequired ? Type : Type.AsNullable();

    /// <summary>Missing, null and a value are three different things: <c>Optional&lt;T?&gt;</c>.</summary>
    public bool IsTriState => !IsRequired && (Type.IsNullable || Type is AnyTypeModel);

    /// <summary>The test of the item; null where only validation can tell.</summary>
    public CheckModel? Check { get; init; }
}

public sealed record TupleRestModel(string CSharpName, TypeModel Items)
{
    /// <summary>The test of each item; null where only validation can tell.</summary>
    public CheckModel? Check { get; init; }
}
