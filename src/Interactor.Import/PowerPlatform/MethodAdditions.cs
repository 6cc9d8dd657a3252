using Interactor.Import.Model;

namespace Interactor.Import.PowerPlatform;

/// <summary>What policies add to every request of one way to connect.</summary>
internal sealed class MethodAdditions
{
    private DefinitionValue.Mapping _headers = DefinitionValue.Mapping.Empty;
    private DefinitionValue.Mapping _query = DefinitionValue.Mapping.Empty;

    /// <summary>A status that says that a token is no longer good, beside 401.</summary>
    public int? ExpiredStatus { get; set; }

    public bool IsEmpty => _headers.IsEmpty && _query.IsEmpty;

    public bool HasHeader(string name) => _headers.Members.Any(m => string.Equals(m.Key, name, StringComparison.OrdinalIgnoreCase));

    public void Set(string location, string name, DefinitionText value)
    {
        if (value.Written == DefinitionText.Of(ExpressionText.Null).Written)
        {
            return;
        }

        if (location == "header")
        {
            _headers = new DefinitionValue.Mapping([.. _headers.Members.Where(m => !string.Equals(m.Key, name, StringComparison.OrdinalIgnoreCase)), new DefinitionMember(name, value)]);
        }
        else
        {
            _query = new DefinitionValue.Mapping([.. _query.Members.Where(m => m.Key != name), new DefinitionMember(name, value)]);
        }
    }

    /// <summary>The key <c>apply</c>; null where there is nothing to add.</summary>
    /// <param name="isOAuth">The key stands in place of what the kind sends by itself, which is written here then.</param>
    public DefinitionValue.Mapping? ToApply(bool isOAuth)
    {
        if (IsEmpty)
        {
            return null;
        }

        DefinitionValue.Mapping headers = isOAuth && !HasHeader("Authorization")
            ? new DefinitionValue.Mapping([new DefinitionMember("Authorization", DefinitionText.Of("Bearer ") + DefinitionText.Of(ExpressionText.Token)), .. _headers.Members])
            : _headers;
        return DefinitionValue.Mapping.Empty.With("headers", headers.IsEmpty ? null : headers).With("query", _query.IsEmpty ? null : _query);
    }
}
