using Interactor.Benchmarks.Schemas.Contenders;
using Interactor.Benchmarks.Schemas.Sets;

namespace Interactor.Benchmarks.Schemas.Peers;

/// <summary>The contenders that run in node, where there is one.</summary>
internal sealed class NodePeers : IDisposable
{
    private static readonly Column[] Columns = [Column.AjvValue, Column.AjvText, Column.AjvBytes, Column.Blaze];

    private readonly NodeProcess _node = new();
    private readonly PeerFiles _files = new();

    private NodePeers()
    {
    }

    /// <summary>Null where node cannot take part, which is said on the console.</summary>
    public static NodePeers? Start()
    {
        if (NodePackages.TryInstall(out string? reason))
        {
            return new NodePeers();
        }

        Console.WriteLine($"ajv and Blaze skipped: {reason}");
        Console.WriteLine();
        return null;
    }

    public IEnumerable<IContender> Of(SchemaSet set, IReadOnlyList<byte[]> documents)
    {
        string folder = _files.Write(set, documents);
        return Columns.Select(column => new NodeContender(_node, folder, column));
    }

    public void Dispose()
    {
        _node.Dispose();
        _files.Dispose();
    }
}
