using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Interactor.Benchmarks.Schemas.Sets;

/// <summary>Strings that patterns and formats say much about.</summary>
internal static class FormatsSet
{
    public static SchemaSet Set { get; } = new("patterns-formats", "registration", static () =>
    {
        SeededValues values = new(61);
        return Json.Documents(8, _ => Registration(values));
    })
    {
        Deserialize = static utf8 => JsonSerializer.Deserialize(utf8, RegistrationModel.RegistrationContext.Default.Registration),
    };

    private static JsonObject Registration(SeededValues values) => new()
    {
        ["id"] = values.Uuid(),
        ["email"] = values.Email(),
        ["phone"] = $"+49{values.Between(1_000_000, 99_999_999)}",
        ["plate"] = $"KA-XY {values.Between(1, 9999)}",
        ["account"] = $"DE{values.Between(10, 99)}{values.Between(100_000_000, 999_999_999)}{values.Between(100_000_000, 999_999_999)}",
        ["color"] = string.Create(CultureInfo.InvariantCulture, $"#{values.Below(0x1000000):x6}"),
        ["version"] = $"{values.Below(20)}.{values.Below(40)}.{values.Below(9)}-beta.{values.Below(12)}",
        ["slug"] = $"{values.Word()}-{values.Word()}-{values.Below(100)}",
        ["path"] = $"/home/{values.Word()}/{values.Word()}.txt",
        ["born"] = values.Date(),
        ["registeredAt"] = values.Timestamp(),
        ["address"] = $"{values.Between(1, 223)}.{values.Below(256)}.{values.Below(256)}.{values.Below(256)}",
        ["address6"] = string.Create(CultureInfo.InvariantCulture, $"2001:db8::{values.Below(0x10000):x}:{values.Below(0x10000):x}"),
        ["homepage"] = $"https://{values.Word()}.example.com/{values.Word()}?page={values.Below(50)}#top",
        ["host"] = $"{values.Word()}.{values.Word()}.example.org",
        ["reminder"] = $"P{values.Between(1, 30)}DT{values.Between(1, 23)}H",
        ["comment"] = values.Text(12),
    };
}
