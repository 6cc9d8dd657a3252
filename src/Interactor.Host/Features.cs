using Microsoft.AspNetCore.Http.Features;

namespace Interactor.Host;

/// <summary>What was put to a request on its way.</summary>
internal static class Features
{
    public static T GetRequiredFeature<T>(this IFeatureCollection features)
        where T : class => features.Get<T>() ?? throw new InvalidOperationException($"The request has no {typeof(T).Name}.");
}
