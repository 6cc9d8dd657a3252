using System.Text.Json.Serialization;
using Interactor.Host.Api;
using Interactor.Runtime;

namespace Interactor.Host.Executing;

/// <summary>An outcome as it is kept for repetitions of its call.</summary>
internal sealed record KeptOutcome(string RequestId, byte[] Output, int Status, string? Error, string? Code, IReadOnlyList<ErrorDetail> Details)
{
    /// <summary>Whether the output is left out because it is too large.</summary>
    public bool IsLeftOut { get; init; }

    /// <summary>How many bytes of an output are kept.</summary>
    public const int MostBytes = 1024 * 1024;

    public static KeptOutcome Of(ActionOutcome outcome) => new(
        outcome.RequestId,
        outcome.Output.Length <= MostBytes ? outcome.Output.ToArray() : [],
        outcome.Refusal?.Status ?? 200,
        outcome.Refusal?.Error,
        outcome.Refusal is { } refusal ? ErrorCodeText.Of(refusal.Code) : null,
        outcome.Refusal?.Details ?? [])
    {
        IsLeftOut = outcome.Output.Length > MostBytes,
    };

    public ActionOutcome ToOutcome() => new(
        RequestId,
        Output,
        Error is not null && ErrorCodeText.TryParse(Code, out ErrorCode code) ? new Refusal(Status, Error, code) { Details = Details }
        : IsLeftOut ? new Refusal(409, $"The call was made and succeeded, as '{RequestId}'. Its answer has more than {MostBytes} bytes and was not kept.", ErrorCode.Conflict)
        : null);
}

/// <summary>How outcomes are written before they are sealed.</summary>
[JsonSerializable(typeof(KeptOutcome))]
internal sealed partial class OutcomeJson : JsonSerializerContext;
