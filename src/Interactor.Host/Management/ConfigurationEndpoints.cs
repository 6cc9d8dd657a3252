using Interactor.Host.Access;
using Interactor.Host.Api;
using Interactor.Host.Audit;
using Interactor.Host.Connectors;
using Interactor.Host.People;
using Interactor.Host.Workspace;
using Interactor.Runtime;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Interactor.Host.Management;

/// <summary>What an environment configures a connector with.</summary>
internal static class ConfigurationEndpoints
{
    private const int MostOfValue = 64 * 1024;

    public static void MapConfigurations(this IEndpointRouteBuilder manage)
    {
        const string Path = "/environments/{environment}/connectors/{owner}/{connector}/configuration";
        manage.MapGet(Path, GetAsync).ForKeysAnd(Role.Viewer).Named("configuration.get", "Which values a connector has in an environment, and which are missing.");
        manage.MapPatch(Path, ChangeAsync).ForKeysAnd(Role.Developer).Named("configuration.update", "Sets or removes values of a connector in an environment, and whether its provider is called.");
    }

    private static async Task<ConfigurationBody> GetAsync(
        HttpContext context, string environment, string owner, string connector, EnvironmentStore environments, ConnectorCatalogue catalogue, Configurations configurations)
    {
        HostEnvironment found = await environments.GetAsync(environment, context.RequestAborted).ConfigureAwait(false);
        return (await configurations.OfAsync(found.Id, context.RequestAborted).ConfigureAwait(false))(catalogue.Get(context, owner, connector));
    }

    private static async Task<ConfigurationBody> ChangeAsync(
        HttpContext context,
        string environment,
        string owner,
        string connector,
        Given<ConfigurationChangeBody> body,
        EnvironmentStore environments,
        ConnectorCatalogue catalogue,
        ConfigurationStore store,
        Configurations configurations,
        AuditLog audit)
    {
        HostEnvironment found = await environments.GetAsync(environment, context.RequestAborted).ConfigureAwait(false);
        HostedConnector hosted = catalogue.Get(context, owner, connector);
        IReadOnlyDictionary<string, string?> values = body.Value.Values ?? new Dictionary<string, string?>();
        foreach ((string name, string? value) in values)
        {
            Check(hosted, name, value);
        }

        await store.SetAsync(found.Id, hosted.Address, values, body.Value.Live, context.RequestAborted).ConfigureAwait(false);
        await audit.AddAsync(context, AuditAction.ConnectorConfigured, $"{hosted.Address}{(values.Count == 0 ? "" : ": " + string.Join(", ", values.Keys))}", found.Id).ConfigureAwait(false);
        return (await configurations.OfAsync(found.Id, context.RequestAborted).ConfigureAwait(false))(hosted);
    }

    private static void Check(HostedConnector connector, string name, string? value)
    {
        string pointer = ValuePointer.Of(name);
        VariableDescriptor variable = connector.Descriptor.Variables.FirstOrDefault(variable => variable.Name == name)
            ?? throw RefusalException.At(pointer, $"The connector '{connector.Address}' has no such variable.");
        if (value is { Length: 0 or > MostOfValue })
        {
            throw RefusalException.At(pointer, $"A value has 1 to {MostOfValue} characters; null removes it.");
        }

        if (value is not null && variable.Allowed.Count > 0 && !variable.Allowed.Contains(value))
        {
            throw RefusalException.At(pointer, $"The value is one of: {string.Join(", ", variable.Allowed)}.");
        }
    }
}
