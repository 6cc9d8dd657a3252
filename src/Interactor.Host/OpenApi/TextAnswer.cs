namespace Interactor.Host.OpenApi;

/// <summary>Says of an endpoint that it answers with text only, also where it cannot do what was asked.</summary>
internal sealed record TextAnswer;
