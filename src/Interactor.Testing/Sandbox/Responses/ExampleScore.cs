namespace Interactor.Testing.Sandbox.Responses;

/// <summary>How like a request is to the one that a test expects.</summary>
/// <param name="Matches">How many particulars are the same: values in the path, parameters, headers, members of the body.</param>
/// <param name="Differences">How many are not.</param>
internal readonly record struct ExampleScore(int Matches, int Differences)
{
    public bool IsFull => Differences == 0;

    public ExampleScore With(bool isSame) => isSame ? this with { Matches = Matches + 1 } : this with { Differences = Differences + 1 };
}
