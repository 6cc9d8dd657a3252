using System.Text.Json.Serialization;
using Interactor.Runtime;

namespace Interactor.Host.Api;

/// <summary>What every refused request is answered with.</summary>
/// <param name="Error">What went wrong, for people. Never holds a secret.</param>
/// <param name="Code">Why, of the closed set of <see cref="ErrorCodeText"/>.</param>
/// <param name="Details">Every finding with its place in the input.</param>
/// <param name="RequestId">The id of the request, by which its record is found.</param>
public sealed record ErrorBody(
    string Error,
    string Code,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<ErrorBodyDetail>? Details,
    string RequestId)
{
    /// <summary>What is said of a refusal.</summary>
    internal static ErrorBody Of(Refusal refusal, string requestId) => new(
        refusal.Error,
        ErrorCodeText.Of(refusal.Code),
        refusal.Details.Count == 0 ? null : [.. refusal.Details.Select(static detail => new ErrorBodyDetail(detail.Pointer, detail.Message, detail.Keyword))],
        requestId);
}
