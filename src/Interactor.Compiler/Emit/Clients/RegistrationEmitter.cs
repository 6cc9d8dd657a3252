using Interactor.Compiler.Emit.Encoding;
using Interactor.Compiler.Model;

namespace Interactor.Compiler.Emit.Clients;

/// <summary>Writes the extension method that registers a connector: <c>services.AddInteractor().AddGmail(…)</c>.</summary>
internal static class RegistrationEmitter
{
    public static string Emit(ConnectorModel connector)
    {
        CodeWriter code = SourceHeader.Begin(connector);
        string client = CSharpIdentifier.Escape(connector.TypePrefix + "Client");
        string options = CSharpIdentifier.Escape(connector.TypePrefix + "Options");
        string descriptor = CSharpIdentifier.Escape(connector.TypePrefix + "Connector");
        code.Line($"/// <summary>Registers {XmlDocText.Encode(connector.Name)}.</summary>");
        code.Open($"public static class {CSharpIdentifier.Escape(connector.TypePrefix + "ServiceCollectionExtensions")}");
        code.Line($"/// <summary>Adds the client of {XmlDocText.Encode(connector.Name)} to the services.</summary>");
        code.Line($"public static {RuntimeNames.InteractorBuilder} Add{connector.TypePrefix}(this {RuntimeNames.InteractorBuilder} builder, s_::Action<{options}>? configure = null) =>");
        code.Line($"    builder.AddConnector<{client}, {options}>({descriptor}.Descriptor, static executor => new {client}(executor), configure);");
        code.Close();
        return code.ToString();
    }
}
