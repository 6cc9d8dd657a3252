using System.Net;
using System.Text.RegularExpressions;

namespace Interactor.Providers.Tests.Running;

/// <summary>A person with a browser, who signs in and consents: follows redirects, keeps cookies and submits each form that is shown.</summary>
internal sealed partial class Person : IDisposable
{
    private const int MostPages = 20;

    private readonly HttpClient _browser = new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = true, CookieContainer = new CookieContainer() });

    /// <summary>Goes where the application sends people: what the provider sends back.</summary>
    /// <returns>The query of the callback.</returns>
    public async Task<string> ConsentAsync(Uri start, string name = "ann", string callback = OpenIdServer.Callback) =>
        await WalkAsync(start, name, callback) ?? throw new InvalidOperationException("The provider showed its last page and sent nobody back.");

    /// <summary>Enters the code that a device shows, which is part of this address.</summary>
    public async Task EnterCodeAsync(Uri address, string name = "ann")
    {
        if (await WalkAsync(address, name, OpenIdServer.Callback) is not null)
        {
            throw new InvalidOperationException("The provider sent the person back, but a device has no page.");
        }
    }

    public void Dispose() => _browser.Dispose();

    private async Task<string?> WalkAsync(Uri address, string name, string callback)
    {
        HttpRequestMessage request = new(HttpMethod.Get, address);
        for (int i = 0; i < MostPages; i++)
        {
            using HttpResponseMessage answer = await _browser.SendAsync(request);
            Uri here = request.RequestUri!;
            if (answer.Headers.Location is { } location)
            {
                Uri next = new(here, location);
                if (next.AbsoluteUri.StartsWith(callback, StringComparison.Ordinal))
                {
                    return next.Query;
                }

                request = new HttpRequestMessage(HttpMethod.Get, next);
                continue;
            }

            string page = await answer.Content.ReadAsStringAsync();
            if (FormTag().Match(page) is not { Success: true } form)
            {
                return answer.IsSuccessStatusCode ? null : throw new InvalidOperationException($"The provider refused the person ({answer.StatusCode}): {page}");
            }

            request = new HttpRequestMessage(HttpMethod.Post, new Uri(here, WebUtility.HtmlDecode(form.Groups["action"].Value))) { Content = Fill(form.Value, name) };
        }

        throw new InvalidOperationException("The provider shows one page after another.");
    }

    private static FormUrlEncodedContent Fill(string form, string name)
    {
        List<KeyValuePair<string, string>> fields = [];
        foreach (Match input in InputTag().Matches(form))
        {
            string field = NameOf().Match(input.Value).Groups["value"].Value;
            string value = WebUtility.HtmlDecode(ValueOf().Match(input.Value).Groups["value"].Value);
            fields.Add(new KeyValuePair<string, string>(field, field is "login" or "password" ? name : value));
        }

        return new FormUrlEncodedContent(fields);
    }

    [GeneratedRegex("<form [^>]*action=\"(?<action>[^\"]*)\".*?</form>", RegexOptions.Singleline)]
    private static partial Regex FormTag();

    [GeneratedRegex("<input[^>]*>", RegexOptions.Singleline)]
    private static partial Regex InputTag();

    [GeneratedRegex("name=\"(?<value>[^\"]*)\"")]
    private static partial Regex NameOf();

    [GeneratedRegex("value=\"(?<value>[^\"]*)\"")]
    private static partial Regex ValueOf();
}
