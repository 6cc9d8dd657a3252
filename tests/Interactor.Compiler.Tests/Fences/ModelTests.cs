using System.Reflection;
using Interactor.Compiler.Binding;
using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Expressions;
using Interactor.Compiler.Model;

namespace Interactor.Compiler.Tests.Fences;

/// <summary>The model is what incremental builds compare: plain values without places, closed hierarchies, equal by content.</summary>
public sealed class ModelTests
{
    private static readonly Assembly Compiler = typeof(ConnectorModel).Assembly;

    private static readonly HashSet<Type> Leaves = [typeof(string), typeof(int), typeof(long), typeof(double), typeof(bool)];

    // Literals hold the value itself: text, integer, number, boolean or null, each of which compares by value.
    private static readonly HashSet<(Type Owner, string Property)> Untyped = [(typeof(LiteralExpression), nameof(LiteralExpression.Value))];

    [Fact]
    public void The_model_holds_plain_values_only()
    {
        HashSet<Type> seen = [];
        Queue<(Type Type, string Way)> open = new([(typeof(ConnectorModel), "ConnectorModel"), (typeof(TestModel), "TestModel")]);
        while (open.TryDequeue(out (Type Type, string Way) next))
        {
            Type type = Nullable.GetUnderlyingType(next.Type) ?? next.Type;
            if (type.IsEnum || Leaves.Contains(type) || !seen.Add(type))
            {
                continue;
            }

            if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(EquatableArray<>))
            {
                open.Enqueue((type.GetGenericArguments()[0], next.Way + "[]"));
                continue;
            }

            AssertRecord(type, next.Way);
            foreach (PropertyInfo property in type.GetProperties(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance).Where(p => p.Name != "EqualityContract"))
            {
                Assert.True(property.SetMethod is null || IsInitOnly(property), $"{next.Way}.{property.Name} can be changed.");
                if (!Untyped.Contains((property.DeclaringType!, property.Name)))
                {
                    open.Enqueue((property.PropertyType, $"{next.Way}.{property.Name}"));
                }
            }

            foreach (Type derived in Compiler.GetTypes().Where(t => t.BaseType == type))
            {
                open.Enqueue((derived, $"{next.Way}({derived.Name})"));
            }
        }

        Assert.Contains(typeof(RecordModel), seen);
        Assert.Contains(typeof(InterpolationExpression), seen);
    }

    [Fact]
    public void Every_type_of_the_model_is_sealed_or_the_root_of_a_closed_hierarchy() =>
        Assert.All(
            Compiler.GetExportedTypes().Where(t => t.Namespace == typeof(ConnectorModel).Namespace && t is { IsClass: true, IsNested: false } && !IsStatic(t)),
            type => Assert.True(type.IsSealed || (type.IsAbstract && Compiler.GetTypes().Any(t => t.BaseType == type)), type.Name));

    [Fact]
    public void Compiling_the_same_definition_twice_gives_equal_models_and_diagnostics()
    {
        ConnectorSources sources = Harness.Definition.OfFolder(Fuzz.HarmlessDefinition.Folder);

        BoundConnector first = ConnectorBinder.Bind(sources, TestContext.Current.CancellationToken);
        BoundConnector second = ConnectorBinder.Bind(Harness.Definition.OfFolder(Fuzz.HarmlessDefinition.Folder), TestContext.Current.CancellationToken);

        Assert.NotNull(first.Model);
        Assert.NotSame(first.Model, second.Model);
        Assert.Equal(first, second);
        Assert.Equal(first.GetHashCode(), second.GetHashCode());
    }

    [Fact]
    public void Diagnostics_are_values() => AssertRecord(typeof(Diagnostic), "Diagnostic");

    private static void AssertRecord(Type type, string way)
    {
        Assert.True(type.Assembly == Compiler, $"{way} is a {type.FullName}, which is no plain value.");
        Assert.True(type.Namespace != "Interactor.Compiler.Syntax", $"{way} holds the syntax tree: {type.Name}.");
        bool isRecordClass = type.GetMethod("<Clone>$", BindingFlags.Public | BindingFlags.Instance) is not null;
        bool isRecordStruct = type.IsValueType && typeof(IEquatable<>).MakeGenericType(type).IsAssignableFrom(type);
        Assert.True(isRecordClass || isRecordStruct, $"{way} is {type.FullName}, which does not compare by content.");
    }

    private static bool IsInitOnly(PropertyInfo property) =>
        property.SetMethod!.ReturnParameter.GetRequiredCustomModifiers().Any(m => m.Name == "IsExternalInit");

    private static bool IsStatic(Type type) => type is { IsAbstract: true, IsSealed: true };
}
