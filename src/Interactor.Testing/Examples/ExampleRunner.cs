using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Interactor.Compiler.Model;
using Interactor.Runtime;
using Interactor.Testing.Loading;

namespace Interactor.Testing.Examples;

/// <summary>Runs one test of a definition against the compiled connector, offline.</summary>
internal static class ExampleRunner
{
    public static async Task<ExampleResult> RunAsync(LoadedConnector connector, TestModel test, CancellationToken cancellation)
    {
        Stopwatch watch = Stopwatch.StartNew();
        using ScriptedHandler handler = new(test.Exchanges);
        ActionExecutor executor = new(connector.Descriptor, ExampleOptions.Of(connector.Model, test, handler));
        List<string> outcome = [];
        try
        {
            byte[] given = Encoding.UTF8.GetBytes(test.Given);
            if (test.Pages is { } pages)
            {
                await ComparePagesAsync(test, pages, executor.PagesAsync(test.Action, test.Version, given, options: null, cancellation), outcome).ConfigureAwait(false);
            }
            else
            {
                CompareOutput(test, await executor.ExecuteAsync(test.Action, test.Version, given, options: null, cancellation).ConfigureAwait(false), outcome);
            }
        }
        catch (InteractorException e)
        {
            CompareError(test, e, outcome);
        }
        catch (UnexpectedRequestException)
        {
            // The handler has it among its failures.
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            outcome.Add($"{test.Place}: the runtime failed: {e.GetType().Name}: {e.Message}");
        }

        // What went wrong first explains the rest, and the requests come before the outcome.
        return new ExampleResult(connector.Descriptor.Address, test.Name, test.Place, [.. handler.Failures(), .. outcome], watch.Elapsed);
    }

    private static void CompareOutput(TestModel test, ReadOnlyMemory<byte> output, List<string> failures)
    {
        string text = Encoding.UTF8.GetString(output.Span);
        if (test.Error is { } error)
        {
            failures.Add($"{test.Place}: error: expected {error.Code}, but the action succeeded with {text}");
        }
        else if (test.Output is { } expected)
        {
            failures.AddRange(Differences(expected, output).Select(line => $"{test.Place}: output {line}"));
        }
    }

    private static IReadOnlyList<string> Differences(string expected, ReadOnlyMemory<byte> output)
    {
        using JsonDocument wanted = JsonDocument.Parse(expected);
        using JsonDocument given = JsonDocument.Parse(output.IsEmpty ? "null"u8.ToArray() : output);
        return [.. JsonDifference.Find(wanted.RootElement, given.RootElement)];
    }

    private static async Task ComparePagesAsync(
        TestModel test, EquatableArray<string> pages, IAsyncEnumerable<ReadOnlyMemory<byte>> given, List<string> failures)
    {
        int count = 0;
        try
        {
            await foreach (ReadOnlyMemory<byte> page in given.ConfigureAwait(false))
            {
                if (count < pages.Count)
                {
                    failures.AddRange(Differences(pages[count], page).Select(line => $"{test.Place}: page {count + 1} {line}"));
                }

                count++;
            }
        }
        catch (InteractorException e) when (test.Error is not null)
        {
            CompareError(test, e, failures);
            CompareCount(test, pages.Count, count, failures);
            return;
        }

        CompareCount(test, pages.Count, count, failures);
        if (test.Error is { } error)
        {
            failures.Add($"{test.Place}: error: expected {error.Code} after page {pages.Count}, but the pages ended without one");
        }
    }

    private static void CompareCount(TestModel test, int expected, int given, List<string> failures)
    {
        if (expected != given)
        {
            failures.Add($"{test.Place}: pages: expected {expected}, got {given}");
        }
    }

    private static void CompareError(TestModel test, InteractorException e, List<string> failures)
    {
        if (test.Error is not { } expected)
        {
            IEnumerable<string> details = e.Details.Select(d => $"\n    {d.Pointer}: {d.Message}");
            string words = SharedScripts.WordsOf(e) is { } said ? $"\n    the script said: {said}" : "";
            failures.Add($"{test.Place}: the action failed: {e.CodeText}{Status(e.Status)}: {e.Message}{string.Concat(details)}{words}");
            return;
        }

        if (expected.Code != e.CodeText)
        {
            failures.Add($"{test.Place}: error code: expected {expected.Code}, got {e.CodeText} ({e.Message})");
        }

        if (expected.Message is { } message && message != e.Message)
        {
            failures.Add($"{test.Place}: error message: expected {message}, got {e.Message}");
        }

        if (expected.Status is { } status && status != e.Status)
        {
            failures.Add($"{test.Place}: error status: expected {status}, got {e.Status?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "none"}");
        }

        if (expected.Pointer is { } pointer && e.Details.All(d => d.Pointer != pointer))
        {
            string got = e.Details.Count == 0 ? "none" : string.Join(", ", e.Details.Select(d => d.Pointer));
            failures.Add($"{test.Place}: error pointer: expected {pointer}, got {got}");
        }
    }

    private static string Status(int? status) => status is null ? "" : $" ({status})";
}
