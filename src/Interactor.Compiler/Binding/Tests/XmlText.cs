using System.Xml;

namespace Interactor.Compiler.Binding.Tests;

/// <summary>XML documents that a test writes out.</summary>
internal static class XmlText
{
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    /// <summary>Why a text is no document; null for one that is.</summary>
    public static string? ProblemOf(string xml)
    {
        try
        {
            using XmlReader reader = XmlReader.Create(new StringReader(xml), Settings);
            while (reader.Read())
            {
            }

            return null;
        }
        catch (XmlException e)
        {
            return $"line {e.LineNumber}, position {e.LinePosition} of the document is not well-formed, or begins a document type (DTD)";
        }
    }
}
