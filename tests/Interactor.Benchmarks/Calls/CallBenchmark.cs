using Interactor.Benchmarks.Measuring;
using Interactor.Connectors.Bench;
using Interactor.Runtime.Security;

namespace Interactor.Benchmarks.Calls;

/// <summary>The same call by every contender through the same in-memory provider.</summary>
internal static class CallBenchmark
{
    private const string Owner = "octocat";
    private const string Repo = "hello-world";
    private const string Title = "The call costs too much";
    private const string Body = "Measure it, then make it cheaper.";

    private static readonly string[] Labels = ["bug", "performance"];

    public static async Task RunAsync(int rounds, int calls)
    {
        InMemoryProvider provider = new();
        BareCall bare = new(provider);
        HttpClientCall client = new(provider);
        RestSharpCall restSharp = new(provider);
        BenchClient generated = new(new BenchOptions
        {
            HttpHandler = provider,
            Connection = new Connection
            {
                Method = "token",
                Variables = new Dictionary<string, string> { ["token"] = "secret-token" },
            },
        });
        IssueCreateInput input = new() { Owner = Owner, Repo = Repo, Title = Title, Body = Body, Labels = Labels };

        Expect((await bare.CreateAsync(Owner, Repo, Title, Body, Labels)).Number);
        Expect((await generated.Issue.CreateAsync(input)).Number);
        Expect((await client.CreateAsync(Owner, Repo, Title, Body, Labels)).Number);
        Expect((await restSharp.CreateAsync(Owner, Repo, Title, Body, Labels)).Number);
        Console.WriteLine("POST with a JSON body of three members, an answer of ten");
        await Race.RunAsync(
            [
                new Contender("HttpMessageInvoker, hand-written JSON", () => bare.CreateAsync(Owner, Repo, Title, Body, Labels)),
                new Contender("generated client", () => generated.Issue.CreateAsync(input)),
                new Contender("HttpClient, System.Text.Json generation", () => client.CreateAsync(Owner, Repo, Title, Body, Labels)),
                new Contender("RestSharp", () => restSharp.CreateAsync(Owner, Repo, Title, Body, Labels)),
            ],
            rounds,
            calls);

        IssueGetInput query = new() { Owner = Owner, Repo = Repo, Number = 42 };
        Expect((await generated.Issue.GetAsync(query)).Number);
        Console.WriteLine();
        Console.WriteLine("GET, the same answer");
        await Race.RunAsync(
            [
                new Contender("HttpMessageInvoker, hand-written JSON", () => bare.GetAsync(Owner, Repo, 42)),
                new Contender("generated client", () => generated.Issue.GetAsync(query)),
            ],
            rounds,
            calls);
    }

    private static void Expect(int number)
    {
        if (number != 42)
        {
            throw new InvalidOperationException("A contender read another issue than the provider sent.");
        }
    }
}
