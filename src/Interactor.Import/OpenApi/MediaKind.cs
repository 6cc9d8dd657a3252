namespace Interactor.Import.OpenApi;

/// <summary>What bodies of a media type are.</summary>
internal enum MediaKind
{
    Json,
    Form,
    Multipart,
    Text,
    Xml,
    Bytes,

    /// <summary><c>*/*</c>: anything.</summary>
    Any,
}
