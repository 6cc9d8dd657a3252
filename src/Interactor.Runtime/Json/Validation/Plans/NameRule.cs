using Interactor.Runtime.Json.Validation.Model;

namespace Interactor.Runtime.Json.Validation.Plans;

/// <summary><c>propertyNames</c> of one atom.</summary>
/// <param name="schema">What a name must match, as a string.</param>
/// <param name="owner">The bit of the atom.</param>
internal sealed class NameRule(SchemaModel schema, ulong owner)
{
    public ulong Owner => owner;

    /// <param name="name">The name without escapes.</param>
    public bool Accepts(ReadOnlySpan<byte> name) => Validator.AcceptsText(Site.Of(schema).String, name);
}
