using Interactor.Compiler.Emit.Encoding;
using Interactor.Compiler.Model;

namespace Interactor.Compiler.Emit.Connectors;

/// <summary>Writes the shapes of XML bodies as data, once for all actions.</summary>
internal static class XmlShapesEmitter
{
    public static string Emit(ConnectorModel connector, XmlShapesModel shapes)
    {
        CodeWriter code = SourceHeader.Begin(connector);
        code.Line("/// <summary>How XML bodies are written and read.</summary>");
        code.Open($"internal static class {CSharpIdentifier.Escape(shapes.ClassName)}");
        code.Line($"public static {RuntimeNames.XmlShapes} All {{ get; }} = new({CSharpLiteral.String(shapes.Json)});");
        code.Close();
        return code.ToString();
    }

    /// <summary>The shape of one body.</summary>
    public static string Shape(XmlShapeModel shape) => $"{CSharpIdentifier.Escape(shape.ClassName)}.All.Of({CSharpLiteral.String(shape.Name)})";
}
