using Interactor.Import.Documents;
using Interactor.Import.Model;
using Interactor.Import.OpenApi;

namespace Interactor.Import.PowerPlatform;

/// <summary>The parameters of an operation by name: what the references of dynamic values mean.</summary>
internal sealed class OperationNames(IReadOnlyDictionary<string, string> locations)
{
    /// <summary>Those of what stands in no operation.</summary>
    public static OperationNames None { get; } = new(new Dictionary<string, string>());

    public static OperationNames Of(ImportContext context, DocumentPlace item, DocumentPlace? operation)
    {
        Dictionary<string, string> locations = new(StringComparer.Ordinal);
        foreach (DocumentPlace reference in (item.Find("parameters")?.Items ?? []).Concat(operation?.Find("parameters")?.Items ?? []))
        {
            if (context.References.Follow(reference) is { } parameter && parameter.TextOf("name") is { } name)
            {
                locations[name] = parameter.TextOf("in") ?? "";
            }
        }

        return new OperationNames(locations);
    }

    /// <summary>The member of the input that a path such as <c>body/form/title</c> leads to.</summary>
    public ExpressionText Read(string reference)
    {
        string[] parts = reference.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 0)
        {
            return ExpressionText.Null;
        }

        bool isParameter = locations.TryGetValue(parts[0], out string? location);
        bool isBody = isParameter ? location is "body" or "formData" : parts[0] == BodyBuilder.Name;

        // What is no parameter is a member of the body.
        ExpressionText value = isParameter && !isBody ? ExpressionText.Input(parts[0]) : ExpressionText.Input(BodyBuilder.Name);
        IEnumerable<string> below = location == "formData" || (!isParameter && !isBody) ? parts : parts.Skip(1);
        return below.Aggregate(value, (all, part) => all.Member(part));
    }
}
