namespace Interactor.Runtime.JavaScript.Tests;

/// <summary>Scripts that do not end on their own.</summary>
internal static class Endless
{
    /// <summary>One step of the engine, which never asks meanwhile whether it should stop.</summary>
    public const string OneStep = "return 'a'.repeat(2e6).indexOf('a'.repeat(1e6) + 'b');";
}
