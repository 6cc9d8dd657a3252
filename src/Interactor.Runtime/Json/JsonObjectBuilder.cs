namespace Interactor.Runtime.Json;

/// <summary>Collects the members of a JSON object in their order.</summary>
public sealed class JsonObjectBuilder
{
    private readonly List<KeyValuePair<string, JsonValue>> _members = [];

    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);

    /// <summary>Adds a member; one of the same name is replaced in its place.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">The value.</param>
    /// <returns>This builder.</returns>
    public JsonObjectBuilder Add(string name, JsonValue value)
    {
        if (_places.TryGetValue(name, out int place))
        {
            _members[place] = new(name, value);
        }
        else
        {
            _places.Add(name, _members.Count);
            _members.Add(new(name, value));
        }

        return this;
    }

    /// <summary>The object with the members added so far.</summary>
    public JsonValue ToValue() => JsonValue.From(_members, static (writer, members) =>
    {
        writer.WriteStartObject();
        foreach ((string name, JsonValue value) in members)
        {
            writer.WritePropertyName(name);
            value.WriteTo(writer);
        }

        writer.WriteEndObject();
    });
}
