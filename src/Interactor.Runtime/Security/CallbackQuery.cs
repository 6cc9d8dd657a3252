using System.Net;

namespace Interactor.Runtime.Security;

/// <summary>The parameters of an authorization response (RFC 6749, section 4.1.2), or of an answer in their form (RFC 5849, section 2.1). None may occur twice (section 3.1).</summary>
internal sealed class CallbackQuery
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    public CallbackQuery(string query)
    {
        int fragment = query.IndexOf('#', StringComparison.Ordinal);
        foreach (string pair in query[..(fragment < 0 ? query.Length : fragment)].TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            int equals = pair.IndexOf('=', StringComparison.Ordinal);
            string name = WebUtility.UrlDecode(equals < 0 ? pair : pair[..equals]);
            if (!_values.TryAdd(name, equals < 0 ? "" : WebUtility.UrlDecode(pair[(equals + 1)..])))
            {
                throw new InteractorException(ErrorCode.AuthDenied, "The callback, or the answer, repeats a parameter, which is refused.");
            }
        }
    }

    public string? this[string name] => _values.TryGetValue(name, out string? value) && value.Length > 0 ? value : null;
}
