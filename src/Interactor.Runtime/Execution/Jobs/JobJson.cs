using System.Text.Json.Serialization;

namespace Interactor.Runtime.Execution;

/// <summary>How pending jobs are written, without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PendingJob))]
internal sealed partial class JobJson : JsonSerializerContext;
