using Interactor.Runtime.Json;

namespace Interactor.Runtime;

/// <summary>Where the choices of a property of an input come from, or its schema: which action of the connector is asked, and what is read of its output.</summary>
/// <param name="property">The property as a JSON pointer into the input (RFC 6901).</param>
/// <param name="action">The id of the action that is asked.</param>
public sealed class InputValues(string property, string action)
{
    /// <summary>The property as a JSON pointer into the input (RFC 6901).</summary>
    public string Property { get; } = property;

    /// <summary>The id of the action that is asked, of which the newest version is.</summary>
    public string Action { get; } = action;

    /// <summary>What the action is given. Each is made of the input as far as there is one; what is missing is left out.</summary>
    public IReadOnlyList<InputParameter> Parameters { get; init; } = [];

    /// <summary>The list of choices in the output; null for the items of its pages, or the items of an output that is a list.</summary>
    public Func<JsonValue, JsonValue>? Items { get; init; }

    /// <summary>What the property is set to by a choice; null for the item itself.</summary>
    public Func<JsonValue, JsonValue>? Value { get; init; }

    /// <summary>What people call a choice; null for its value.</summary>
    public Func<JsonValue, JsonValue>? Label { get; init; }

    /// <summary>The property of the action's input that takes what a person looks for; null where labels are looked through.</summary>
    public string? Search { get; init; }

    /// <summary>The schema of the property in the output; null for choices.</summary>
    public Func<JsonValue, JsonValue>? Schema { get; init; }
}
