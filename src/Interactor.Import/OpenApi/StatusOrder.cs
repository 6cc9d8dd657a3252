namespace Interactor.Import.OpenApi;

/// <summary>Codes, then classes, then the default, each by its digits.</summary>
internal sealed class StatusOrder : IComparer<string>
{
    public static readonly StatusOrder Instance = new();

    public int Compare(string? x, string? y) => string.CompareOrdinal(KeyOf(x!), KeyOf(y!));

    private static string KeyOf(string status) => status == "default" ? "~" : status;
}
