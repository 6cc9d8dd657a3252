using System.Text.Json.Serialization;

namespace Interactor.Benchmarks.Calls;

[JsonSerializable(typeof(IssueRecord))]
[JsonSerializable(typeof(NewIssue))]
internal sealed partial class IssueJsonContext : JsonSerializerContext;
