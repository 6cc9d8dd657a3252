using System.Text.Json.Serialization;

namespace Interactor.Benchmarks.Calls;

/// <summary>The request body as a hand-written record.</summary>
internal sealed record NewIssue(
    [property: JsonPropertyName("title")] string Title,
    [property: JsonPropertyName("body")] string Body,
    [property: JsonPropertyName("labels")] string[] Labels);
