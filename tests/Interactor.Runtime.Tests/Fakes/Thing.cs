using Interactor.Runtime.Json;

namespace Interactor.Runtime.Tests.Fakes;

/// <summary>A datatype as the compiler would write it, by hand and smaller.</summary>
public sealed record Thing(string Name, int Size)
{
    public static JsonContract<Thing> Contract => ThingJson.Contract;
}

public abstract class ThingJson : JsonRecord<Thing, ThingJson>, IJsonRecord<Thing>
{
    public static JsonFacts Facts => new(
        """{"type":"object","required":["name","size"],"properties":{"name":{"type":"string","maxLength":20},"size":{"type":"integer","minimum":1}}}"""u8,
        "!name,!size,.");

    public static Thing Walk(ref JsonWalk walk, Thing? value) => new(walk.String(value?.Name)!, walk.Int32(value?.Size) ?? 0);

    public static bool Test(Thing value) => value is { Name.Length: <= 20, Size: >= 1 };
}
