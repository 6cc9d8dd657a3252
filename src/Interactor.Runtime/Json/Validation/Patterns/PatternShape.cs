using Interactor.Runtime.Json.Validation.Patterns.Syntax;

namespace Interactor.Runtime.Json.Validation.Patterns;

/// <summary>What can be seen of a regular expression before it is compiled.</summary>
internal static class PatternShape
{
    /// <summary>The nodes directly inside a node.</summary>
    public static IReadOnlyList<PatternNode> Parts(PatternNode node) => node switch
    {
        PatternNode.Sequence sequence => sequence.Parts,
        PatternNode.Choice choice => choice.Branches,
        PatternNode.Repetition repetition => [repetition.Body],
        PatternNode.Group group => [group.Body],
        PatternNode.Look look => [look.Body],
        _ => [],
    };

    /// <summary>Whether it describes a regular language in a way that <see cref="Automata.PatternProgram"/> can compile.</summary>
    public static bool IsRegular(PatternNode node)
    {
        if (node is PatternNode.Look or PatternNode.Reference)
        {
            return false;
        }

        foreach (PatternNode part in Parts(node))
        {
            if (!IsRegular(part))
            {
                return false;
            }
        }

        return true;
    }

    public static bool HasReferences(PatternNode node) => node is PatternNode.Reference || Parts(node).Any(HasReferences);

    /// <summary>The parts of a sequence, with groups and sequences inside it opened; the node alone when it is something else.</summary>
    public static IReadOnlyList<PatternNode> Flatten(PatternNode node)
    {
        List<PatternNode> parts = [];
        Add(node, parts);
        return parts;
    }

    public static bool IsPlace(PatternNode node, PatternPlace kind) => node is PatternNode.Place place && place.Kind == kind;

    private static void Add(PatternNode node, List<PatternNode> parts)
    {
        switch (node)
        {
            case PatternNode.Group group:
                Add(group.Body, parts);
                break;
            case PatternNode.Sequence sequence:
                foreach (PatternNode part in sequence.Parts)
                {
                    Add(part, parts);
                }

                break;
            default:
                parts.Add(node);
                break;
        }
    }
}
