using Interactor.Compiler.Binding;
using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Emit;
using Interactor.Compiler.Model;
using Interactor.Compiler.Text;
using Interactor.Generators.Tests.Driver;

namespace Interactor.Generators.Tests;

/// <summary>A defect of the compiler is a finding, not a crash.</summary>
public sealed class GuardedCompilerTests
{
    private static readonly ConnectorSources Sources = new("work/one", [new SourceFile("work/one/connector.yaml", SmallConnector.Text("one"))]);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void A_failure_while_binding_is_reported_with_the_folder()
    {
        BoundSources bound = GuardedCompiler.Bind(Sources, (_, _) => throw new InvalidOperationException("{0} broke"), Cancellation);

        Diagnostic finding = Assert.Single(bound.Bound.Diagnostics);
        Assert.Equal("INTC9999", finding.Descriptor.Id);
        Assert.Equal("work/one/connector.yaml(1,1)", finding.Location.ToString());
        Assert.Contains("'one'", finding.Message, StringComparison.Ordinal);
        Assert.Contains("InvalidOperationException: {0} broke", finding.Message, StringComparison.Ordinal);
        Assert.Null(bound.Bound.Model);
    }

    [Fact]
    public void A_failure_while_emitting_is_reported_with_the_id()
    {
        EmittedConnector emitted = GuardedCompiler.Emit("demo", Model(), (_, _) => throw new InvalidOperationException("broke"), Cancellation);

        Assert.Equal("INTC9999", Assert.Single(emitted.Diagnostics).Descriptor.Id);
        Assert.Equal(Microsoft.CodeAnalysis.Location.None, RoslynDiagnostic.Of(emitted.Diagnostics[0]).Location);
        Assert.Empty(emitted.Files);
    }

    [Fact]
    public void Two_files_of_one_name_are_a_failure()
    {
        EmittedConnector emitted = GuardedCompiler.Emit("demo", Model(), (_, _) => [new GeneratedFile("one/A.g.cs", ""), new GeneratedFile("one/a.g.cs", "")], Cancellation);

        Assert.Equal("INTC9999", Assert.Single(emitted.Diagnostics).Descriptor.Id);
    }

    [Fact]
    public void Cancellation_is_passed_on()
    {
        using CancellationTokenSource source = new();
        source.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => GuardedCompiler.Bind(Sources, source.Token));
    }

    private static ConnectorModel Model() => ConnectorBinder.Bind(Sources, Cancellation).Model!;
}
