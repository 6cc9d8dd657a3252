using System.Globalization;
using Interactor.Runtime.Json.Validation.Model;

namespace Interactor.Runtime.Json.Validation.Explaining.Rules;

/// <summary><c>allOf</c> (core, section 10.2.1.1).</summary>
internal sealed class AllOfRule : Rule
{
    public override void Apply(Application application)
    {
        IReadOnlyList<SchemaModel> schemas = application.Schema.InPlace?.AllOf ?? [];
        for (int i = 0; i < schemas.Count && !application.MustStop; i++)
        {
            application.ApplyInPlace(schemas[i], "allOf", i.ToString(CultureInfo.InvariantCulture));
        }
    }
}
