using Interactor.Compiler.Emit.Encoding;
using Interactor.Compiler.Emit.Types;
using Interactor.Compiler.Model;

namespace Interactor.Compiler.Emit;

/// <summary>Writes the C# of schemas that stand on their own: one file a type.</summary>
public static class JsonSchemaEmitter
{
    /// <exception cref="OperationCanceledException">The compilation was cancelled.</exception>
    public static EquatableArray<GeneratedFile> Emit(JsonSchemaModel schema, CancellationToken cancellation)
    {
        string folder = HintName.Segment(schema.Namespace);
        List<GeneratedFile> files = [];
        foreach (DatatypeModel type in schema.Datatypes)
        {
            cancellation.ThrowIfCancellationRequested();
            files.Add(new GeneratedFile($"{folder}/{HintName.Segment(type.Name)}.g.cs", DatatypeEmitter.Emit([type], CodeHome.OfSchemas(schema.Namespace))));
        }

        return files.ToEquatableArray();
    }
}
