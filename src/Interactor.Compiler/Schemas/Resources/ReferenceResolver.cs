using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Schemas.Keywords;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Schemas.Resources;

/// <summary>Finds the schema that a reference names: a document or identifier, and in it a JSON Pointer or an anchor.</summary>
internal sealed class ReferenceResolver(SchemaLibrary library, SchemaReport report)
{
    private const int HintLimit = 500;

    /// <summary>The schema; null, and reported, where there is none.</summary>
    /// <param name="from">The schema that holds the reference.</param>
    public SchemaLocation? Resolve(SchemaLocation from, ScalarNode reference)
    {
        if (Find(from, reference.Text) is { } target)
        {
            return target;
        }

        report.Add(DatatypeDiagnostics.UnresolvedReference, reference, reference.Text, report.IsLenient ? "" : HintFor(from, reference.Text));
        return null;
    }

    /// <summary>The schema; null where there is none.</summary>
    public SchemaLocation? Find(SchemaLocation from, string reference)
    {
        if (!from.Resource.Targets.TryGetValue(reference, out SchemaLocation? target) && Search(from, reference) is { } found)
        {
            from.Resource.Targets[reference] = target = found;
        }

        return target;
    }

    private SchemaLocation? Search(SchemaLocation from, string reference)
    {
        if (ResourceOf(from, reference, out string fragment) is not { } resource)
        {
            return null;
        }

        fragment = SchemaUri.Decode(fragment);
        return fragment.Length == 0 || fragment[0] == '/'
            ? Follow(resource, fragment)
            : resource.Anchors.TryGetValue(fragment, out SchemaLocation? anchor) ? anchor : null;
    }

    private SchemaResource? ResourceOf(SchemaLocation from, string reference, out string fragment)
    {
        (string uri, string? after) = SchemaUri.Split(reference.StartsWith("#", StringComparison.Ordinal) ? reference : SchemaUri.Resolve(from.Resource.Uri, reference));
        fragment = after ?? "";
        return uri.Length == 0 || uri == from.Resource.Uri ? from.Resource
            : library.Find(uri) ?? (from.Resource.FileUri is { } file ? library.Find(SchemaUri.Split(SchemaUri.Resolve(file, reference)).Uri) : null);
    }

    private SchemaLocation? Follow(SchemaResource resource, string pointer)
    {
        SchemaLocation? location = resource.Root;
        SyntaxNode node = location.Node;
        string inside = "";
        foreach (string segment in SchemaPointer.Segments(pointer))
        {
            if (SchemaPointer.Step(node, segment) is not { } next)
            {
                return null;
            }

            node = next;
            inside = SchemaPointer.Append(inside, segment);
            location = resource.Find(node);
            if (location is not null && !ReferenceEquals(location.Resource, resource))
            {
                resource = location.Resource;
                inside = "";
            }
        }

        if (location is { IsResourceRoot: true, Resource.IsContainer: true })
        {
            return null;
        }

        return location ?? (SchemaValue.Is(node) ? library.ReadUnknown(resource, node, inside) : null);
    }

    private string HintFor(SchemaLocation from, string reference)
    {
        if (ResourceOf(from, reference, out _) is not { } resource)
        {
            string nearest = Nearest.Hint(SchemaUri.Split(reference).Uri, library.Uris.Take(HintLimit));
            return nearest.Length > 0 ? nearest : " Its document is not among those given; nothing is fetched from the network.";
        }

        string before = SchemaUri.Split(reference).Uri;
        IEnumerable<string> names = resource.Locations.Skip(resource.IsContainer ? 1 : 0).Take(HintLimit).Select(l => "#" + l.Pointer).Concat(resource.Anchors.Keys.Select(a => "#" + a));
        string[] candidates = [.. names.Select(n => before + n)];
        string hint = Nearest.Hint(reference, candidates);
        return hint.Length == 0 && resource.IsContainer && candidates.Length > 0 ? $" Write one like '{candidates[0]}'." : hint;
    }
}
