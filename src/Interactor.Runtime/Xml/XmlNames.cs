namespace Interactor.Runtime.Xml;

/// <summary>Names that have a meaning of their own.</summary>
internal static class XmlNames
{
    /// <summary>The namespace of <c>xsi:nil</c> (XML Schema 1.1, part 1, section 2.7).</summary>
    public const string SchemaInstance = "http://www.w3.org/2001/XMLSchema-instance";

    /// <summary>The namespace of declarations (Namespaces in XML 1.0, section 3).</summary>
    public const string Declarations = "http://www.w3.org/2000/xmlns/";

    /// <summary>What an attribute begins with that no schema names: XPath's abbreviation.</summary>
    public const string AttributeMark = "@";

    /// <summary>The member that is the text of an element which has more than text: the DOM's name for it.</summary>
    public const string Text = "#text";
}
