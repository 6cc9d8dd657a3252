using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;

namespace Interactor.Host.Access;

/// <summary>
/// Gives the activity of a request, where somebody listens, the attributes of the OpenTelemetry conventions for HTTP servers that hold nothing of the request: its path may have the
/// secret of a link in it, and its query a code.
/// </summary>
internal sealed class RequestActivity(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context) =>
        context.Features.Get<IHttpActivityFeature>()?.Activity is { IsAllDataRequested: true } activity ? DescribedAsync(context, activity) : next(context);

    private async Task DescribedAsync(HttpContext context, Activity activity)
    {
        try
        {
            await next(context).ConfigureAwait(false);
        }
        finally
        {
            // Methods of nobody are one (HTTP conventions, "http.request.method").
            string method = HttpMethods.GetCanonicalizedValue(context.Request.Method);
            method = IsKnown(method) ? method : "_OTHER";
            string? route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
            activity.DisplayName = route is null ? method : $"{method} {route}";
            activity.SetTag("http.request.method", method);
            activity.SetTag("http.route", route);
            activity.SetTag("http.response.status_code", context.Response.StatusCode);
            activity.SetTag("url.scheme", context.Request.Scheme);
            if (context.Response.StatusCode >= 500)
            {
                activity.SetStatus(ActivityStatusCode.Error);
                activity.SetTag("error.type", context.Response.StatusCode.ToString(CultureInfo.InvariantCulture));
            }
        }
    }

    private static bool IsKnown(string method) =>
        HttpMethods.IsGet(method) || HttpMethods.IsPost(method) || HttpMethods.IsPut(method) || HttpMethods.IsPatch(method) || HttpMethods.IsDelete(method) || HttpMethods.IsHead(method)
        || HttpMethods.IsOptions(method) || HttpMethods.IsTrace(method) || HttpMethods.IsConnect(method);
}
