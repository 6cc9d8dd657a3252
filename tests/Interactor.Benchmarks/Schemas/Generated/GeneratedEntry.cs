using System.Reflection;
using System.Runtime.Loader;

namespace Interactor.Benchmarks.Schemas.Generated;

/// <summary>The two calls into generated code that are measured. Making one runs nothing of that code.</summary>
/// <param name="IsValid">Validates the bytes.</param>
/// <param name="Read">Reads the bytes into the type, with validation.</param>
internal sealed record GeneratedEntry(Func<byte[], bool> IsValid, Func<byte[], bool> Read)
{
    public static GeneratedEntry Load(byte[] image)
    {
        using MemoryStream stream = new(image);
        Type entry = AssemblyLoadContext.Default.LoadFromStream(stream).GetType(SchemaCode.EntryType, throwOnError: true)!;
        return new GeneratedEntry(Method(entry, nameof(IsValid)), Method(entry, nameof(Read)));
    }

    private static Func<byte[], bool> Method(Type entry, string name) =>
        entry.GetMethod(name, BindingFlags.Public | BindingFlags.Static)!.CreateDelegate<Func<byte[], bool>>();
}
