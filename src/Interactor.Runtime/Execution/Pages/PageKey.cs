using System.Security.Cryptography;
using System.Text;
using Interactor.Runtime.Http;

namespace Interactor.Runtime.Execution;

/// <summary>Tells a request for a page from one for any other page.</summary>
internal static class PageKey
{
    public static string Of(string method, Action<RequestBuilder, ActionContext> write, ActionContext context)
    {
        RequestBuilder builder = new();
        write(builder, context);
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{method} {builder.Target}\n"));
        foreach ((string name, string value) in builder.Headers)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{name}:{value}\n"));
        }

        using (RequestContent? content = builder.ToContent())
        {
            hash.AppendData((content?.Bytes ?? default).Span);
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }
}
