using System.Globalization;

namespace Interactor.Runtime.Json.Validation.Explaining.Rules;

/// <summary><c>prefixItems</c> and <c>items</c>, which share the items out between them (core, sections 10.3.1.1 and 10.3.1.2).</summary>
internal sealed class ItemsRule : Rule
{
    public override void Apply(Application application)
    {
        if (application is not { Value.Kind: JsonKinds.Array, Schema.Array: { } array } || (array.Items is null && array.PrefixItems.Length == 0))
        {
            return;
        }

        int index = 0;
        foreach (Instance item in application.Value.Items())
        {
            if (index < array.PrefixItems.Length)
            {
                application.Apply(array.PrefixItems[index], item, "prefixItems", index.ToString(CultureInfo.InvariantCulture));
            }
            else if (array.Items is not null)
            {
                application.Apply(array.Items, item, "items");
            }

            if (application.MustStop)
            {
                return;
            }

            index++;
        }

        application.Evaluated?.AddPrefix(array.Items is null ? array.PrefixItems.Length : int.MaxValue);
    }
}
