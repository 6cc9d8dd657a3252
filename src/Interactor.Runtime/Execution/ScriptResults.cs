namespace Interactor.Runtime.Execution;

/// <summary>What the scripts of one place gave, by the number of the call.</summary>
internal readonly struct ScriptResults(int count)
{
    // Not the result of a script: a result may be null.
    private static readonly object Missing = new();

    private readonly object?[] _results = All(count);

    public void Set(int call, object? result) => _results[call] = result;

    /// <exception cref="InvalidOperationException">The script was not called, or failed.</exception>
    public T Get<T>(int call) => _results?[call] is var result && !ReferenceEquals(result, Missing) && _results is not null
        ? (T)result!
        : throw new InvalidOperationException("A script was not called whose result is asked for.");

    private static object?[] All(int count)
    {
        object?[] results = new object?[count];
        Array.Fill(results, Missing);
        return results;
    }
}
