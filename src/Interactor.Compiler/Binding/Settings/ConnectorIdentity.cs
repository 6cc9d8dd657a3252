using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Settings;

/// <summary>Who a connector is: the keys at the head of <c>connector.yaml</c>.</summary>
internal sealed record ConnectorIdentity(string Owner, string Id, string Name, string Version, string Summary)
{
    public static ConnectorIdentity Read(MappingReader settings, BindingContext context)
    {
        if (settings.RequireScalar("interactor") is { } language && language.Text != "1")
        {
            context.Report(StructureDiagnostics.UnsupportedLanguageVersion, language, language.Text);
        }

        string owner = ReadId(settings.TakeScalar("owner"), "interactor", context);
        string id = ReadId(settings.RequireScalar("id"), "connector", context);
        ConnectorIdentity identity = new(
            owner,
            id,
            settings.TakeText("name") ?? id,
            ReadVersion(settings.RequireScalar("version"), context),
            settings.TakeText("summary") ?? "");
        foreach (ScalarNode category in settings.TakeScalars("categories"))
        {
            ReadId(category, "", context);
        }

        settings.TakeChoice("visibility", true, ("private", true), ("public", true));
        settings.TakeText("icon");
        settings.TakeText("guide");
        return identity;
    }

    private static string ReadId(ScalarNode? scalar, string otherwise, BindingContext context)
    {
        if (scalar is null)
        {
            return otherwise;
        }

        if (!Identifier.IsId(scalar.Text))
        {
            context.Report(StructureDiagnostics.InvalidId, scalar, scalar.Text);
            return otherwise;
        }

        return scalar.Text;
    }

    private static string ReadVersion(ScalarNode? scalar, BindingContext context)
    {
        if (scalar is not null && !Identifier.IsVersion(scalar.Text))
        {
            context.Report(StructureDiagnostics.InvalidVersion, scalar, scalar.Text);
        }

        return scalar?.Text ?? "0.0.0";
    }
}
