using Interactor.Runtime.Json;

namespace Interactor.Runtime.Tests.Fakes;

/// <summary>A record with a member of each way to stand in a document, as the compiler would write it.</summary>
public sealed record Parcel
{
    public string Kind => "parcel";

    public required string Code { get; init; }

    public long? Weight { get; init; }

    public IReadOnlyList<string>? Labels { get; init; }

    public Parcel? Inner { get; init; }

    public Optional<string?> Note { get; init; }

    public IReadOnlyDictionary<string, long>? Others { get; init; }
}

public abstract class ParcelJson : JsonRecord<Parcel, ParcelJson>, IJsonRecord<Parcel>
{
    public static JsonFacts Facts => new("{}"u8, """!code,=kind,"parcel",?weight,?labels,?inner,-note,*""");

    public static JsonOthers Others => new JsonOthers<long>(JsonContracts.Int64);

    public static Parcel Walk(ref JsonWalk walk, Parcel? value) => new()
    {
        Code = walk.String(value?.Code)!,
        Weight = walk.Int64(value?.Weight),
        Labels = walk.List(value?.Labels, JsonContracts.String),
        Inner = walk.Do(value?.Inner, ParcelJson.Contract),
        Note = walk.OptionalNull(value?.Note ?? default, JsonContracts.String),
        Others = walk.OthersOf(value?.Others),
    };
}
