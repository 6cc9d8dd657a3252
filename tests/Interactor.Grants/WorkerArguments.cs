using System.Globalization;

namespace Interactor.Grants;

/// <summary>What a worker process is told on its command line.</summary>
/// <param name="Folder">The store and, beside it, its key.</param>
/// <param name="Calls">How many calls it makes at once.</param>
/// <param name="HaltsAfterAnswer">Whether it says so and stops for good once the token endpoint answered.</param>
internal sealed record WorkerArguments(string Folder, Uri Provider, string Account, int Calls, bool HaltsAfterAnswer)
{
    public string Store => Path.Combine(Folder, "store");

    public string Key => Path.Combine(Folder, "key");

    public static WorkerArguments Parse(string[] args) =>
        new(args[0], new Uri(args[1]), args[2], int.Parse(args[3], CultureInfo.InvariantCulture), bool.Parse(args[4]));

    public IEnumerable<string> ToArguments() =>
        [Folder, Provider.OriginalString, Account, Calls.ToString(CultureInfo.InvariantCulture), HaltsAfterAnswer.ToString()];
}
