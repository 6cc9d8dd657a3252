using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Model;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Tests;

/// <summary>Reads a mapping of names to plain texts.</summary>
internal static class PairReader
{
    public static EquatableArray<TestPair> Read(SyntaxNode? node, string what, BindingContext context)
    {
        List<TestPair> pairs = [];
        foreach (MappingEntry entry in context.ReadEntries(node, what))
        {
            foreach (SyntaxNode value in entry.Value is SequenceNode list ? list.Items : [entry.Value])
            {
                if (value is ScalarNode scalar)
                {
                    pairs.Add(new TestPair(JsonText.Plain(entry.Key), JsonText.Plain(scalar)));
                }
                else
                {
                    context.Report(StructureDiagnostics.WrongType, value, $"A value in {what}", "text", NodeKind.Describe(value));
                }
            }
        }

        return pairs.ToEquatableArray();
    }
}
