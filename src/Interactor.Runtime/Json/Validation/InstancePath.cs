using System.Globalization;
using System.Text;

namespace Interactor.Runtime.Json.Validation;

/// <summary>The way from the document to the value at hand: one step for each array or object around it.</summary>
internal sealed class InstancePath
{
    private readonly List<(bool IsArray, string? Name, int Index)> _steps = [];

    /// <summary>Goes into an array or object, before its first item or name.</summary>
    public void Push(bool isArray) => _steps.Add((isArray, null, -1));

    public void Pop() => _steps.RemoveAt(_steps.Count - 1);

    public void Name(string name) => _steps[^1] = (false, name, -1);

    /// <summary>Goes on to the next item when the innermost container is an array.</summary>
    public void NextItem()
    {
        if (_steps.Count > 0 && _steps[^1] is { IsArray: true } step)
        {
            _steps[^1] = step with { Index = step.Index + 1 };
        }
    }

    /// <summary>The JSON Pointer (RFC 6901).</summary>
    public override string ToString()
    {
        StringBuilder pointer = new();
        foreach ((bool isArray, string? name, int index) in _steps)
        {
            if (isArray && index >= 0)
            {
                pointer.Append('/').Append(index.ToString(CultureInfo.InvariantCulture));
            }
            else if (name is not null)
            {
                pointer.Append('/').Append(JsonPointer.Escape(name));
            }
        }

        return pointer.ToString();
    }
}
