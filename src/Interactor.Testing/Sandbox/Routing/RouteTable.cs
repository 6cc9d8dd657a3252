using Interactor.Testing.Examples;

namespace Interactor.Testing.Sandbox.Routing;

/// <summary>Finds the route of a request.</summary>
internal sealed class RouteTable(IReadOnlyList<Route> routes)
{
    private const int NearCount = 5;

    public IReadOnlyList<Route> Routes { get; } = routes;

    /// <summary>
    /// The most particular route, those of the request's host first; null where there is none. Of routes with one path it is one whose credential the request
    /// carries, and then the one whose requests are most like it.
    /// </summary>
    public (Route Route, string[] Values)? Find(SentRequest request, Func<Route, bool> isAuthorized)
    {
        (Route Route, string[] Values)? best = null;
        (int Host, int FixedLength, bool IsAuthorized, int Likeness) bestRank = default;
        foreach (Route route in Routes.Where(r => r.Shown.Method == request.Method))
        {
            if (route.Template.Match(request.Url.AbsolutePath) is { } values)
            {
                (int, int, bool, int) rank = (HostRank(route.Template.Host, request.Url.Host), route.Template.FixedLength, isAuthorized(route), route.Likeness(request));
                if (best is null || rank.CompareTo(bestRank) > 0)
                {
                    (best, bestRank) = ((route, values), rank);
                }
            }
        }

        return best;
    }

    /// <summary>The routes that a request most likely meant: those that share the most words of their paths.</summary>
    public IReadOnlyList<SandboxRoute> Near(SentRequest request)
    {
        string[] words = request.Url.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return
        [
            .. Routes
                .Select(r => r.Shown)
                .DistinctBy(r => (r.Method, r.Path))
                .OrderByDescending(r => r.Path.Split('/', StringSplitOptions.RemoveEmptyEntries).Intersect(words).Count())
                .ThenByDescending(r => r.Method == request.Method)
                .ThenBy(r => Math.Abs(r.Path.Count(c => c == '/') - words.Length))
                .Take(NearCount),
        ];
    }

    private static int HostRank(string? host, string asked) =>
        string.IsNullOrEmpty(host) ? 1 : host.Equals(asked, StringComparison.OrdinalIgnoreCase) ? 2 : 0;
}
