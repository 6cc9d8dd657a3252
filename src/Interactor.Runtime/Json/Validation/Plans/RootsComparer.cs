using Interactor.Runtime.Json.Validation.Model;

namespace Interactor.Runtime.Json.Validation.Plans;

/// <summary>Two lists of roots are the same when they hold the same schemas in the same order.</summary>
internal sealed class RootsComparer : IEqualityComparer<SchemaModel[][]>
{
    public static readonly RootsComparer Instance = new();

    public bool Equals(SchemaModel[][]? left, SchemaModel[][]? right)
    {
        if (left is null || right is null || left.Length != right.Length)
        {
            return false;
        }

        for (int i = 0; i < left.Length; i++)
        {
            if (!left[i].AsSpan().SequenceEqual(right[i]))
            {
                return false;
            }
        }

        return true;
    }

    public int GetHashCode(SchemaModel[][] roots)
    {
        HashCode hash = default;
        foreach (SchemaModel[] root in roots)
        {
            hash.Add(root.Length);
            foreach (SchemaModel schema in root)
            {
                hash.Add(schema);
            }
        }

        return hash.ToHashCode();
    }
}
