using Interactor.Runtime.Json.Validation.Values;

namespace Interactor.Runtime.Json.Validation.Explaining.Rules;

/// <summary><c>uniqueItems</c> (validation, section 6.4.3).</summary>
internal sealed class UniqueItemsRule : Rule
{
    public override void Apply(Application application)
    {
        if (application is not { Value.Kind: JsonKinds.Array, Schema.Array.UniqueItems: true })
        {
            return;
        }

        UniqueTable items = new(stackalloc ulong[UniqueTable.WordsOnStack]);
        ReadOnlySpan<byte> text = application.Value.Raw;
        int index = 0;
        foreach (Instance item in application.Value.Items())
        {
            text.Overlaps(item.Raw, out int start);
            if (!items.Add(text, start, start + item.Raw.Length, text.Length - start - item.Raw.Length))
            {
                application.Fail("uniqueItems")?.Say($"must not have two equal items; the one at {index} equals an earlier one");
                break;
            }

            index++;
        }

        items.Dispose();
    }
}
