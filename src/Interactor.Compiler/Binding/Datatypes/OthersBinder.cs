using Interactor.Compiler.Model;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Datatypes;

/// <summary>Binds the members that an object's schema does not name: <c>additionalProperties</c> and <c>patternProperties</c>.</summary>
internal sealed class OthersBinder(SchemaBinder schemas)
{
    /// <returns>Their type, which is any where their schemas disagree; null when there may be none.</returns>
    public TypeModel? Bind(IEnumerable<SchemaSite> objects)
    {
        bool mayBeOthers = true;
        TypeModel? type = null;
        foreach (SchemaSite site in objects)
        {
            if (site.Node is not MappingNode schema)
            {
                continue;
            }

            MappingEntry[] patterns = [.. (schema.Find("patternProperties") as MappingNode)?.Entries ?? []];
            SyntaxNode? others = schema.Find("additionalProperties");
            bool isClosed = others is ScalarNode { Kind: ScalarKind.Boolean, Text: "false" or "False" or "FALSE" };
            if (isClosed && patterns.Length == 0)
            {
                mayBeOthers = false;
            }
            else if (isClosed || others is MappingNode)
            {
                List<TypeModel> types = [.. patterns.Select(p => schemas.Bind(p.Value, site.Place.PatternValues(p.Key.Text)))];
                if (!isClosed)
                {
                    types.Add(schemas.Bind(others!, site.Place.Values()));
                }

                TypeModel own = types.TrueForAll(t => t == types[0]) ? types[0] : new AnyTypeModel();
                type = type is null ? own : TypeIntersection.Of(type, own) ?? new AnyTypeModel();
            }
        }

        return mayBeOthers ? type ?? new AnyTypeModel() : null;
    }
}
