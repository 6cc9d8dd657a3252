using System.Text.Json;
using Interactor.Runtime.Json.Validation.Values;

namespace Interactor.Runtime.Json.Validation.Model;

/// <summary><c>enum</c> or <c>const</c> (validation, sections 6.1.2 and 6.1.3).</summary>
/// <param name="Keyword">Which of the two.</param>
/// <param name="Values">The values allowed.</param>
/// <param name="Set">The same, to look values up.</param>
internal sealed record ConstantKeyword(string Keyword, JsonElement[] Values, ValueSet Set);
