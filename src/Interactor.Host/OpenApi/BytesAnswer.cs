namespace Interactor.Host.OpenApi;

/// <summary>Says of an endpoint that it answers with a file.</summary>
/// <param name="MediaType">What the file is.</param>
internal sealed record BytesAnswer(string MediaType);
