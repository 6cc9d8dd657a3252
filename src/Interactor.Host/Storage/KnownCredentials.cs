using Interactor.Runtime.Security;

namespace Interactor.Host.Storage;

/// <summary>
/// The credentials that were opened last, so that the same bytes are not decrypted again, and are not even read where no other process changes them. Whoever changes a row
/// says so here afterwards. It goes by rows and not by sessions, because an environment that is configured anew has two of these for a while.
/// </summary>
internal sealed class KnownCredentials
{
    /// <summary>How many are kept; the one that was not asked for the longest goes first.</summary>
    public const int Most = 4096;

    private readonly Lock _gate = new();
    private readonly Dictionary<CredentialPlace, LinkedListNode<Known>> _nodes = [];
    private readonly LinkedList<Known> _order = new();
    private long _changes;

    /// <summary>Counts the changes, to notice those that happen while a row is read.</summary>
    public long Changes
    {
        get
        {
            lock (_gate)
            {
                return _changes;
            }
        }
    }

    /// <summary>What is known of a place, and of which bytes that was opened; null where nothing is.</summary>
    public (byte[] Sealed, Connection Connection)? Find(CredentialPlace place)
    {
        lock (_gate)
        {
            if (!_nodes.TryGetValue(place, out LinkedListNode<Known>? node))
            {
                return null;
            }

            if (!ReferenceEquals(_order.First, node))
            {
                _order.Remove(node);
                _order.AddFirst(node);
            }

            return (node.Value.Sealed, node.Value.Connection);
        }
    }

    /// <summary>Keeps what was read, unless something changed since the reading began.</summary>
    public void Add(CredentialPlace place, byte[] bytes, Connection connection, long changesBefore)
    {
        lock (_gate)
        {
            if (changesBefore != _changes)
            {
                return;
            }

            Remove(place);
            _nodes[place] = _order.AddFirst(new Known(place, bytes, connection));
            if (_nodes.Count > Most)
            {
                Remove(_order.Last!.Value.Place);
            }
        }
    }

    /// <summary>Forgets what was changed.</summary>
    public void Forget(CredentialPlace place)
    {
        lock (_gate)
        {
            _changes++;
            Remove(place);
        }
    }

    /// <summary>Forgets all of them.</summary>
    public void ForgetAll()
    {
        lock (_gate)
        {
            _changes++;
            _nodes.Clear();
            _order.Clear();
        }
    }

    private void Remove(CredentialPlace place)
    {
        if (_nodes.Remove(place, out LinkedListNode<Known>? node))
        {
            _order.Remove(node);
        }
    }

    private sealed record Known(CredentialPlace Place, byte[] Sealed, Connection Connection);
}
