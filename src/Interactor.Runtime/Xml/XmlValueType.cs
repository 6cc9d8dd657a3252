namespace Interactor.Runtime.Xml;

/// <summary>What the text or the content of an element is read as.</summary>
internal enum XmlValueType
{
    Any,
    Object,
    Array,
    Text,

    /// <summary>Text in a format such as <c>date-time</c>, which no empty text has.</summary>
    FormattedText,
    Number,
    Boolean,
}
