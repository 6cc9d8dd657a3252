namespace Interactor.Runtime.Xml;

/// <summary>A document that is not read. Its message ends a sentence and repeats nothing of the document but what it calls its encoding.</summary>
internal sealed class XmlBodyException(string reason, Exception? inner = null) : Exception(reason, inner);
