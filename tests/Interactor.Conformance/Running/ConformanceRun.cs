using Interactor.Compiler.Model;
using Interactor.Compiler.Schemas;
using Interactor.Conformance.Suite;
using Interactor.Runtime;
using Interactor.Runtime.Json;

namespace Interactor.Conformance.Running;

/// <summary>Runs every test of a suite through the generated validators.</summary>
internal static class ConformanceRun
{
    private const int CasesAtOnce = 400;

    /// <param name="suite">What to run.</param>
    /// <param name="assertFormat"><c>format</c> refuses values in every file.</param>
    public static ConformanceResult Run(SuiteReader suite, bool assertFormat)
    {
        ConformanceResult result = new();
        EquatableArray<SchemaDocument> remotes = suite.Remotes.ToEquatableArray();
        (SuiteFile File, SuiteCase? Case)[] all = [.. suite.Files.SelectMany(f => f.Problem is null ? f.Cases.Select(c => (f, (SuiteCase?)c)) : [(f, null)])];
        foreach ((SuiteFile File, SuiteCase? Case)[] batch in all.Chunk(CasesAtOnce))
        {
            CompiledCase?[] compiled = new CompiledCase?[batch.Length];
            Parallel.For(0, batch.Length, i =>
            {
                if (batch[i].Case is { } content)
                {
                    compiled[i] = CompiledCase.Compile(batch[i].File, content, i, remotes, assertFormat);
                }
            });

            using CaseAssembly? assembly = CaseAssembly.Load(compiled.OfType<CompiledCase>());
            for (int i = 0; i < batch.Length; i++)
            {
                if (compiled[i] is { } one)
                {
                    RunCase(one, assembly, result);
                }
                else
                {
                    SuiteFile file = batch[i].File;
                    result.Fail(file.Draft.Name, file.Section, new Failure(file.Name, "", "", file.Problem ?? ""));
                }
            }
        }

        return result;
    }

    private static void RunCase(CompiledCase one, CaseAssembly? assembly, ConformanceResult result)
    {
        foreach (SuiteTest test in one.Case.Tests)
        {
            if ((one.Problem ?? Ask(one, test, assembly)) is { } reason)
            {
                result.Fail(one.File.Draft.Name, one.File.Section, new Failure(one.File.Name, one.Case.Description, test.Description, reason));
            }
            else
            {
                result.Pass(one.File.Draft.Name, one.File.Section);
            }
        }
    }

    // Why the test fails; null where it passes.
    private static string? Ask(CompiledCase one, SuiteTest test, CaseAssembly? assembly)
    {
        try
        {
            JsonSchema schema = assembly!.SchemaOf(one);
            bool isValid = schema.IsValid(test.Data);
            if (isValid != test.IsValid)
            {
                return $"expected {Word(test.IsValid)}, but the validator says {Word(isValid)}";
            }

            IReadOnlyList<ErrorDetail> errors = schema.Validate(test.Data);
            return (errors.Count == 0) == isValid ? null : $"the validator says {Word(isValid)}, but the explanation has {errors.Count} errors";
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            return $"the validator fails: {(error.InnerException ?? error).Message}";
        }
    }

    private static string Word(bool isValid) => isValid ? "valid" : "invalid";
}
