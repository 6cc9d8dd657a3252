using System.Text;
using Interactor.Runtime.Json.Validation.Model;

namespace Interactor.Runtime.Json.Validation.Explaining;

/// <summary>The way to a schema as the evaluation went, through references (core, section 12.3.1).</summary>
internal sealed class KeywordPath
{
    private readonly KeywordPath? _parent;

    private readonly string _step;

    private readonly string? _source;

    // The text of compiled schemas begins with a reference to the one that is meant, which no author has written.
    private readonly bool _isWrapper;

    private KeywordPath(KeywordPath? parent, string? keyword, string step, SchemaModel schema)
    {
        _parent = parent;
        _step = step;
        _source = schema.Source;
        _isWrapper = schema is { Pointer.Length: 0, Source: null, InPlace.Reference: { } reference } && reference.Target.Source is not null;
        Keyword = keyword;
    }

    /// <summary>The keyword that holds the schema; null for the schema at the begin.</summary>
    public string? Keyword { get; }

    /// <summary>The evaluation path of the schema.</summary>
    public string Pointer
    {
        get
        {
            Stack<string> steps = new();
            for (KeywordPath? path = this; path is not null; path = path._parent)
            {
                steps.Push(path._step);
            }

            return string.Concat(steps);
        }
    }

    /// <summary>Where the schema was written, as a URI with a JSON Pointer; null where that is not known.</summary>
    public string? Source
    {
        get
        {
            StringBuilder rest = new();
            for (KeywordPath? path = this; path is not null; path = path._parent)
            {
                if (path._source is { } source)
                {
                    return source + rest;
                }

                // A reference leads somewhere else.
                if (path.Keyword == "$ref")
                {
                    return null;
                }

                rest.Insert(0, InFragment(path._step));
            }

            return null;
        }
    }

    /// <param name="pointer">Where the schema stands in its text; left out for one that has a place of its own where it was written.</param>
    /// <param name="schema">The schema at the begin.</param>
    public static KeywordPath Begin(string pointer, SchemaModel schema) => new(null, null, schema.Source is null ? pointer : string.Empty, schema);

    /// <summary>The way to a schema inside this one.</summary>
    /// <param name="keyword">The keyword that holds it.</param>
    /// <param name="inner">The name or index inside the keyword's value; null where that is the schema itself.</param>
    /// <param name="schema">The schema.</param>
    public KeywordPath To(string keyword, string? inner, SchemaModel schema) =>
        _isWrapper && keyword == "$ref" ? new(_parent, Keyword, _step, schema)
        : new(this, keyword, inner is null ? $"/{keyword}" : $"/{keyword}/{JsonPointer.Escape(inner)}", schema);

    private static string InFragment(string pointer) =>
        Uri.EscapeDataString(pointer).Replace("%2F", "/", StringComparison.Ordinal).Replace("%24", "$", StringComparison.Ordinal);
}
