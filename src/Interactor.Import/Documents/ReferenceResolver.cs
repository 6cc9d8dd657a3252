using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Syntax;

namespace Interactor.Import.Documents;

/// <summary>Finds what references lead to.</summary>
internal sealed class ReferenceResolver(DocumentSet documents)
{
    // Longer chains than this are circles in practice, and a chain costs nothing to bound.
    private const int LongestChain = 64;

    // A document refers to the same few parameters and responses from thousands of operations.
    private readonly Dictionary<(ImportDocument From, string Reference), DocumentPlace?> _found = [];

    /// <summary>The place of <c>$ref</c>'s target; null where there is none.</summary>
    /// <param name="from">The document in which the reference stands.</param>
    public DocumentPlace? Find(ImportDocument from, string reference)
    {
        if (!_found.TryGetValue((from, reference), out DocumentPlace? place))
        {
            // While it is looked for it is not there: a pointer that leads through itself ends.
            _found.Add((from, reference), null);
            place = Search(from, reference);
            _found[(from, reference)] = place;
        }

        return place;
    }

    /// <summary>
    /// The place itself, or what its <c>$ref</c> leads to over any number of steps. Null when the chain is broken or a circle.
    /// </summary>
    public DocumentPlace? Follow(DocumentPlace place)
    {
        for (int i = 0; i < LongestChain; i++)
        {
            if (place.TextOf("$ref") is not { } reference)
            {
                return place;
            }

            if (Find(place.Document, reference) is not { } next)
            {
                return null;
            }

            place = next;
        }

        return null;
    }

    /// <summary>Why <see cref="Follow"/> finds nothing for a place, and what to do.</summary>
    public string WhyBroken(DocumentPlace place)
    {
        HashSet<(ImportDocument, string)> passed = [];
        while (place.TextOf("$ref") is { } reference && passed.Add((place.Document, reference)))
        {
            if (Find(place.Document, reference) is not { } next)
            {
                string reason = WhyNot(place.Document, reference);
                return passed.Count == 1 ? reason : $"it leads to '{reference}', and {reason}";
            }

            place = next;
        }

        return "it leads round in a circle; let one of its steps lead to what is meant";
    }

    private string WhyNot(ImportDocument from, string reference)
    {
        int hash = reference.IndexOf('#');
        string file = hash < 0 ? reference : reference[..hash];
        string fragment = hash < 0 ? "" : reference[(hash + 1)..];
        if (file.Length > 0 && documents.WhyNot(from, file) is { } problem)
        {
            return problem;
        }

        if (fragment.Length == 0 || fragment[0] != '/')
        {
            return "it is no JSON pointer to a part of a document; write it as '#/components/…'";
        }

        DocumentPlace place = (file.Length == 0 ? from : documents.Open(from, file)!).Top;
        foreach (string token in JsonPointer.TokensOf(fragment))
        {
            if (Walk(place, [token]) is not { } next)
            {
                return $"'{place.Pointer}' has no '{token}'; add it, or mend the reference.{Nearest.Hint(token, place.Members.Select(m => m.Token))}";
            }

            place = next;
        }

        return "it leads through itself; let it lead to what is meant";
    }

    private DocumentPlace? Search(ImportDocument from, string reference)
    {
        int hash = reference.IndexOf('#');
        string file = hash < 0 ? reference : reference[..hash];
        string fragment = hash < 0 ? "" : reference[(hash + 1)..];
        ImportDocument? document = file.Length == 0 ? from : documents.Open(from, file);
        if (document is null)
        {
            return null;
        }

        if (fragment.Length == 0)
        {
            return file.Length == 0 ? null : document.Top;
        }

        return fragment[0] == '/' ? Walk(document.Top, JsonPointer.TokensOf(fragment)) : null;
    }

    // A pointer may lead through a reference, although RFC 6901 knows nothing of it: tools write such pointers.
    private DocumentPlace? Walk(DocumentPlace place, string[] tokens)
    {
        foreach (string token in tokens)
        {
            DocumentPlace? next = Step(place, token);
            if (next is null && place.Find("$ref") is not null && Follow(place) is { } target && target.Node != place.Node)
            {
                next = Step(target, token);
            }

            if (next is null)
            {
                return null;
            }

            place = next;
        }

        return place;
    }

    private static DocumentPlace? Step(DocumentPlace place, string token) => place.Node switch
    {
        MappingNode mapping when mapping.Find(token) is { } value => new DocumentPlace(place.Document, value, place, token),
        SequenceNode sequence when int.TryParse(token, out int index) && index >= 0 && index < sequence.Items.Count =>
            new DocumentPlace(place.Document, sequence.Items[index], place, token),
        _ => null,
    };
}
