namespace Interactor.Cli.Tests;

/// <summary>A connector with a script in C#.</summary>
internal static class CSharpScript
{
    public const string Text = """
        using Interactor.Runtime;
        namespace Interactor.Connectors.Minted;

        internal static partial class MintedScripts
        {
            public static partial ValueTask<long> CheckAsync(CheckScriptInput input, ScriptContext context, CancellationToken cancellationToken) =>
                new(input.N is null ? throw new ArgumentException("no number") : input.N + 1 ?? 0);
        }
        """;

    public static void Write(Workspace work)
    {
        work.Write("minted/connector.yaml", """
            interactor: 1
            id: minted
            version: 1.0.0
            scripts: { check: { file: scripts/check.cs, input: { type: object, properties: { n: { type: integer } } }, output: { type: integer } } }
            actions: { number.check: { version: 1.0.0, name: Check a Number, effect: read, input: { type: object, properties: { n: { type: integer } } }, script: scripts.check } }
            tests:
              - { name: a number, action: number.check, given: { n: 4 }, output: 5 }
              - { name: no number, action: number.check, output: 1 }
            """);
        work.Write("minted/scripts/check.cs", Text);
    }
}
