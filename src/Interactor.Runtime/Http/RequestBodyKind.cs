namespace Interactor.Runtime.Http;

/// <summary>Which of its bodies a request has been given.</summary>
internal enum RequestBodyKind
{
    None,
    Json,
    Xml,
    Form,
    Multipart,
    Text,
    Bytes,
}
