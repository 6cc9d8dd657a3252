using Interactor.Runtime.Expressions;
using Interactor.Runtime.Json;

namespace Interactor.Runtime;

/// <summary>A script whose result has a C# type.</summary>
public sealed class ScriptDescriptor<TOutput> : ScriptDescriptor
{
    /// <summary>How the result is read and validated.</summary>
    public required JsonContract<TOutput> Output { get; init; }

    /// <summary>A call that is yet to be made.</summary>
    /// <param name="argument">What it is called with.</param>
    /// <param name="place">The call in the definition.</param>
    public ScriptRun With(JsonValue argument, ExpressionPlace place) => new ScriptRun<TOutput>(this, argument, place);

    /// <summary>A call without an argument that is yet to be made.</summary>
    /// <param name="place">The call in the definition.</param>
    public ScriptRun With(ExpressionPlace place) => new ScriptRun<TOutput>(this, null, place);
}
