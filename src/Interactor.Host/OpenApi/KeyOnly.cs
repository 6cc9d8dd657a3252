namespace Interactor.Host.OpenApi;

/// <summary>Says of an endpoint that it takes the key of an environment and nothing else.</summary>
internal sealed record KeyOnly;
