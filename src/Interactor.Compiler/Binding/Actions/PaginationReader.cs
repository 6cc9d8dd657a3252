using Interactor.Compiler.Diagnostics;

namespace Interactor.Compiler.Binding.Actions;

/// <summary>Reads <c>paginate</c>, whose form is fixed and which is not carried out yet.</summary>
internal static class PaginationReader
{
    private static readonly string[] Kinds = ["cursor", "offset", "page", "link", "next"];
    private static readonly string[] Keys = ["items", "next", "parameter", "start", "size"];

    public static void Read(MappingReader action, BindingContext context)
    {
        if (action.Take("paginate") is not { } node)
        {
            return;
        }

        context.Report(NotYetDiagnostics.Pagination, node);
        if (context.ReadMapping(node, "'paginate'") is { } reader)
        {
            reader.RequireChoice("kind", "", [.. Kinds.Select(k => (k, k))]);
            foreach (string key in Keys)
            {
                reader.Take(key);
            }

            reader.Done();
        }
    }
}
