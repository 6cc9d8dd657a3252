using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Interactor.Host.Executing;

/// <summary>How attempts are written to the database.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ImmutableArray<ExecutionAttempt>))]
[JsonSerializable(typeof(IReadOnlyList<ExecutionAttempt>))]
internal sealed partial class ExecutionJson : JsonSerializerContext;
