using Interactor.Runtime.Json.Validation.Values;

namespace Interactor.Runtime.Json.Validation.Explaining.Rules;

/// <summary><c>uniqueItems</c> (validation, section 6.4.3): by hash first, by value where hashes meet.</summary>
internal sealed class UniqueItemsRule : Rule
{
    public override void Apply(Application application)
    {
        if (application is not { Value.Kind: JsonKinds.Array, Schema.Array.UniqueItems: true })
        {
            return;
        }

        Dictionary<int, List<Instance>> known = [];
        foreach (Instance item in application.Value.Items())
        {
            JsonScanner scanner = new(item.Raw, int.MaxValue);
            int hash = ValueHash.Of(ref scanner);
            if (!known.TryGetValue(hash, out List<Instance>? same))
            {
                known.Add(hash, same = []);
            }

            if (same.Find(earlier => ValueEquality.AreEqual(earlier.Raw, item.Raw)) is { } equal)
            {
                application.Fail("uniqueItems")?.Say($"must not have two equal items, and those at {equal.Index} and {item.Index} are");
                return;
            }

            same.Add(item);
        }
    }
}
