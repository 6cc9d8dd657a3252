namespace Interactor.Runtime.Tests.Fakes;

/// <summary>A request as the fake provider received it.</summary>
public sealed record SentRequest(string Method, string Url, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public string? Header(string name) => Headers.GetValueOrDefault(name);

    /// <summary>The fields of a form body.</summary>
    public IReadOnlyDictionary<string, string> Form => Body.Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Select(static pair => pair.Split('='))
        .ToDictionary(static pair => System.Net.WebUtility.UrlDecode(pair[0]), static pair => System.Net.WebUtility.UrlDecode(pair[1]));
}
